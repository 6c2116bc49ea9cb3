package org.parvis.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parvis.access.AccountId;
import org.parvis.access.SessionId;
import org.parvis.database.Schema;

/** What people allow software, and each time that it began to act. */
final class PostgresApprovals {

    private final Schema schema;

    PostgresApprovals(Schema schema) {
        this.schema = schema;
    }

    /** Keeps an approval in place of an earlier one of the same person to the same software, there; tells which it is now. */
    Approval keep(Approval given) {
        schema.sql()
                .sql("delete from authority.approval where ends_at <= :now")
                .param("now", Schema.moment(given.givenAt()))
                .update();
        return schema.sql()
                .sql("""
                        insert into authority.approval (id, software, account, position, scopes, given_at, ends_at)
                        values (:id, :software, :account, :position, :scopes, :given, :ends)
                        on conflict (account, software, position) do update
                            set scopes = excluded.scopes, given_at = excluded.given_at, ends_at = excluded.ends_at
                        returning *
                        """)
                .param("id", given.id())
                .param("software", given.software())
                .param("account", given.account().value())
                .param("position", given.position().orElse(null))
                .param("scopes", given.scopes().spaced())
                .param("given", Schema.moment(given.givenAt()))
                .param("ends", Schema.moment(given.endsAt()))
                .query((row, _) -> approval(row))
                .single();
    }

    Optional<Approval> find(AccountId account, String software, Optional<String> position, Instant now) {
        return of(account, now).stream()
                .filter(given ->
                        given.software().equals(software) && given.position().equals(position))
                .findFirst();
    }

    /** Those of one account, the newest first. */
    List<Approval> of(AccountId account, Instant now) {
        return schema.sql()
                .sql("""
                        select * from authority.approval where account = :account and ends_at > :now
                        order by given_at desc
                        """)
                .param("account", account.value())
                .param("now", Schema.moment(now))
                .query((row, _) -> approval(row))
                .list();
    }

    /** Takes back what this account had allowed, and all that stands on it. */
    void withdraw(AccountId account, UUID approval) {
        schema.sql()
                .sql("delete from authority.approval where id = :id and account = :account")
                .param("id", approval)
                .param("account", account.value())
                .update();
    }

    /** Keeps that software begins to act, and forgets the times before of which no token is left. */
    void begin(Delegation delegation, Instant now) {
        schema.sql()
                .sql("""
                        delete from authority.delegation d where d.approval = :approval and not exists
                            (select from authority.token t where t.delegation = d.id and t.expires_at > :now)
                        """)
                .param("approval", delegation.approval().id())
                .param("now", Schema.moment(now))
                .update();
        schema.sql()
                .sql("""
                        insert into authority.delegation (id, approval, session, scopes, patient, redirect, challenge, nonce,
                            road, authenticated_at)
                        values (:id, :approval, :session, :scopes, :patient, :redirect, :challenge, :nonce, :road, :at)
                        """)
                .param("id", delegation.id())
                .param("approval", delegation.approval().id())
                .param("session", delegation.session().map(SessionId::value).orElse(null))
                .param("scopes", delegation.scopes().spaced())
                .param("patient", delegation.patient().orElse(null))
                .param("redirect", delegation.redirect())
                .param("challenge", delegation.challenge())
                .param("nonce", delegation.nonce().orElse(null))
                .param("road", delegation.road().name())
                .param("at", Schema.moment(delegation.authenticatedAt()))
                .update();
    }

    /** Ends a family of tokens. */
    void end(Delegation delegation) {
        schema.sql()
                .sql("delete from authority.delegation where id = :id")
                .param("id", delegation.id())
                .update();
    }

    static Approval approval(ResultSet row) throws SQLException {
        return new Approval(
                row.getObject("id", UUID.class),
                row.getString("software"),
                new AccountId(row.getObject("account", UUID.class)),
                Optional.ofNullable(row.getString("position")),
                Scopes.read(row.getString("scopes")),
                Schema.moment(row, "given_at"),
                Schema.moment(row, "ends_at"));
    }
}
