package org.parvis.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parvis.database.Schema;

/** Where sessions are kept; those that ran out are found by nobody, and go with the next that opens. */
final class PostgresSessions {

    private static final String SESSIONS = """
            select a.*, s.id as session, s.road, s.position, s.bound, s.address, s.browser, s.opened_at, s.seen_at, s.ends_at,
                (select coalesce(max(version), 0) from access.acceptance c where c.account = a.id) as charter
            from access.session s join access.account a on a.id = s.account
            where s.ends_at > :now and s.seen_at > case when s.bound is null then :idleSince else :boundIdleSince end and a.state = 'ACTIVE'
            """;

    private final Schema schema;
    private final Duration idle;
    private final Duration boundIdle;

    PostgresSessions(Schema schema, Duration idle, Duration boundIdle) {
        this.schema = schema;
        this.idle = idle;
        this.boundIdle = boundIdle;
    }

    void add(Session session, Secret secret, boolean secondFactor) {
        sweep(session.openedAt());
        schema.sql()
                .sql("""
                        insert into access.session
                            (id, secret, account, road, second_factor, position, bound, address, browser, opened_at, seen_at, ends_at)
                        values (:id, :secret, :account, :road, :secondFactor, :position, :bound, :address, :browser, :openedAt,
                            :openedAt, :endsAt)""")
                .param("id", session.id().value())
                .param("secret", secret.hash())
                .param("account", session.account().id().value())
                .param("road", session.road().name())
                .param("secondFactor", secondFactor)
                .param("position", session.position().orElse(null))
                .param("bound", session.bound().orElse(null))
                .param("address", session.origin().address())
                .param("browser", session.origin().browser())
                .param("openedAt", Schema.moment(session.openedAt()))
                .param("endsAt", Schema.moment(session.endsAt()))
                .update();
    }

    Optional<Session> find(Secret secret, Instant now) {
        return schema.sql()
                .sql(SESSIONS + "and s.secret = :secret")
                .param("secret", secret.hash())
                .param("now", Schema.moment(now))
                .param("idleSince", Schema.moment(now.minus(idle)))
                .param("boundIdleSince", Schema.moment(now.minus(boundIdle)))
                .query((row, number) -> session(row))
                .optional();
    }

    /** Those of one account, the last used first. */
    Optional<Session> find(SessionId id, Instant now) {
        return schema.sql()
                .sql(SESSIONS + "and s.id = :id")
                .param("id", id.value())
                .param("now", Schema.moment(now))
                .param("idleSince", Schema.moment(now.minus(idle)))
                .param("boundIdleSince", Schema.moment(now.minus(boundIdle)))
                .query((row, number) -> session(row))
                .optional();
    }

    List<Session> of(AccountId account, Instant now) {
        return schema.sql()
                .sql(SESSIONS + "and s.account = :account order by s.seen_at desc, s.opened_at desc")
                .param("account", account.value())
                .param("now", Schema.moment(now))
                .param("idleSince", Schema.moment(now.minus(idle)))
                .param("boundIdleSince", Schema.moment(now.minus(boundIdle)))
                .query((row, number) -> session(row))
                .list();
    }

    void saw(SessionId id, Instant now) {
        schema.sql()
                .sql("update access.session set seen_at = :now where id = :id")
                .param("now", Schema.moment(now))
                .param("id", id.value())
                .update();
    }

    void act(SessionId id, String position) {
        schema.sql()
                .sql("update access.session set position = :position where id = :id")
                .param("position", position)
                .param("id", id.value())
                .update();
    }

    /** Whether it was there to be removed. */
    boolean remove(SessionId id) {
        return schema.sql()
                        .sql("delete from access.session where id = :id")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Removes all of one account, and tells them. */
    List<Session> removeAll(AccountId account) {
        return schema.sql()
                .sql("""
                        with s as (delete from access.session where account = :account returning *)
                        select a.*, s.id as session, s.road, s.position, s.bound, s.address, s.browser, s.opened_at,
                            s.seen_at, s.ends_at, 0 as charter
                        from s join access.account a on a.id = s.account""")
                .param("account", account.value())
                .query((row, number) -> session(row))
                .list();
    }

    private void sweep(Instant now) {
        schema.sql()
                .sql("delete from access.session where ends_at <= :now or seen_at <= :idleSince")
                .param("now", Schema.moment(now))
                .param("idleSince", Schema.moment(now.minus(idle)))
                .update();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                new SessionId(row.getObject("session", UUID.class)),
                PostgresAccounts.account(row),
                Road.valueOf(row.getString("road")),
                Optional.ofNullable(row.getString("position")),
                Optional.ofNullable(row.getString("bound")),
                row.getInt("charter"),
                new Origin(row.getString("address"), row.getString("browser")),
                Schema.moment(row, "opened_at"),
                Schema.moment(row, "seen_at"),
                Schema.moment(row, "ends_at"));
    }
}
