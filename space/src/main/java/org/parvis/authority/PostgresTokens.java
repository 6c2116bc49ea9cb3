package org.parvis.authority;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.parvis.access.Road;
import org.parvis.access.Secret;
import org.parvis.access.SessionId;
import org.parvis.authority.Token.Kind;
import org.parvis.database.Schema;

/** The tokens that software was given, kept as hashes: whoever reads the database can show none of them. */
final class PostgresTokens {

    private final SecureRandom random = new SecureRandom();
    private final Schema schema;

    PostgresTokens(Schema schema) {
        this.schema = schema;
    }

    /**
     * Keeps a new token, and forgets those of the same software that ended unused; a used one is known again while its family
     * lasts.
     *
     * @return the secret that is shown for it
     */
    Secret issue(Token token) {
        var secret = Secret.random(random);
        schema.sql()
                .sql("""
                        delete from authority.token
                        where software = :software and expires_at <= :now and used_at is null
                        """)
                .param("software", token.software())
                .param("now", Schema.moment(token.issuedAt()))
                .update();
        schema.sql()
                .sql("""
                        insert into authority.token (secret, kind, software, delegation, scopes, issued_at, expires_at)
                        values (:secret, :kind, :software, :delegation, :scopes, :issued, :expires)
                        """)
                .param("secret", secret.hash())
                .param("kind", token.kind().name())
                .param("software", token.software())
                .param("delegation", token.delegation().map(Delegation::id).orElse(null))
                .param("scopes", token.scopes().spaced())
                .param("issued", Schema.moment(token.issuedAt()))
                .param("expires", Schema.moment(token.expiresAt()))
                .update();
        return secret;
    }

    Optional<Token> find(Secret secret) {
        return schema.sql()
                .sql("""
                        select t.kind, t.software, t.scopes as token_scopes, t.issued_at, t.expires_at, t.used_at,
                            t.delegation, d.session, d.scopes as delegation_scopes, d.patient, d.redirect, d.challenge,
                            d.nonce, d.road, d.authenticated_at,
                            a.id, a.account, a.position, a.scopes, a.given_at, a.ends_at
                        from authority.token t
                        left join authority.delegation d on d.id = t.delegation
                        left join authority.approval a on a.id = d.approval
                        where t.secret = :secret
                        """)
                .param("secret", secret.hash())
                .query((row, _) -> token(row))
                .optional();
    }

    /** Whether a code or a refresh token had not served yet; from now on it has, on whichever node. */
    boolean use(Secret secret, Instant now) {
        return schema.sql()
                        .sql("update authority.token set used_at = :now where secret = :secret and used_at is null")
                        .param("now", Schema.moment(now))
                        .param("secret", secret.hash())
                        .update()
                == 1;
    }

    void remove(Secret secret) {
        schema.sql()
                .sql("delete from authority.token where secret = :secret")
                .param("secret", secret.hash())
                .update();
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                Kind.valueOf(row.getString("kind")),
                row.getString("software"),
                row.getObject("delegation") == null ? Optional.empty() : Optional.of(delegation(row)),
                Scopes.read(row.getString("token_scopes")),
                Schema.moment(row, "issued_at"),
                Schema.moment(row, "expires_at"),
                row.getObject("used_at") != null);
    }

    private static Delegation delegation(ResultSet row) throws SQLException {
        return new Delegation(
                row.getObject("delegation", UUID.class),
                PostgresApprovals.approval(row),
                Optional.ofNullable(row.getObject("session", UUID.class)).map(SessionId::new),
                Scopes.read(row.getString("delegation_scopes")),
                Optional.ofNullable(row.getString("patient")),
                row.getString("redirect"),
                row.getString("challenge"),
                Optional.ofNullable(row.getString("nonce")),
                Road.valueOf(row.getString("road")),
                Schema.moment(row, "authenticated_at"));
    }
}
