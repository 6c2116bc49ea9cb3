package org.parvis.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parvis.access.Secret;
import org.parvis.database.Schema;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** The tokens that software was given, kept as hashes: whoever reads the database can show none of them. */
final class PostgresTokens implements OAuth2AuthorizationService {

    private final Schema schema;
    private final RegisteredClientRepository software;

    PostgresTokens(Schema schema, RegisteredClientRepository software) {
        this.schema = schema;
        this.software = software;
    }

    /** What a token was given for. */
    record Given(String id, String software, Set<String> scopes, Instant issuedAt, Instant expiresAt) {}

    Optional<Given> find(Secret token) {
        return schema.sql()
                .sql("select * from authority.token where secret = :secret")
                .param("secret", token.hash())
                .query((row, _) -> given(row))
                .optional();
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        var access = Objects.requireNonNull(authorization.getAccessToken());
        if (access.isInvalidated()) {
            remove(authorization);
            return;
        }
        var token = access.getToken();
        schema.sql()
                .sql("""
                        insert into authority.token (id, secret, software, scopes, issued_at, expires_at)
                        values (:id, :secret, :software, :scopes, :issued, :expires)
                        on conflict (id) do nothing
                        """)
                .param("id", authorization.getId())
                .param("secret", new Secret(token.getTokenValue()).hash())
                .param("software", authorization.getRegisteredClientId())
                .param("scopes", String.join(" ", authorization.getAuthorizedScopes()))
                .param("issued", Schema.moment(Objects.requireNonNull(token.getIssuedAt())))
                .param("expires", Schema.moment(Objects.requireNonNull(token.getExpiresAt())))
                .update();
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        schema.sql()
                .sql("delete from authority.token where id = :id")
                .param("id", authorization.getId())
                .update();
    }

    /** Never asked for: nothing here passes through an authorization page. */
    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return find(new Secret(token))
                .flatMap(given -> Optional.ofNullable(software.findByClientId(given.software))
                        .map(client -> OAuth2Authorization.withRegisteredClient(client)
                                .id(given.id)
                                .principalName(given.software)
                                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                                .authorizedScopes(given.scopes)
                                .token(
                                        new OAuth2AccessToken(
                                                OAuth2AccessToken.TokenType.BEARER,
                                                token,
                                                given.issuedAt,
                                                given.expiresAt,
                                                given.scopes),
                                        about -> about.put(
                                                OAuth2Authorization.Token.CLAIMS_METADATA_NAME,
                                                Map.of("sub", given.software)))
                                .build()))
                .orElse(null);
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(
                row.getString("id"),
                row.getString("software"),
                Software.scopes(row.getString("scopes")),
                Schema.moment(row, "issued_at"),
                Schema.moment(row, "expires_at"));
    }
}
