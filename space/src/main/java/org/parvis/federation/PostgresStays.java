package org.parvis.federation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parvis.access.SessionId;
import org.parvis.database.Schema;

/** Which sessions here stand on a session at an identity provider. */
final class PostgresStays {

    private final Schema schema;

    PostgresStays(Schema schema) {
        this.schema = schema;
    }

    /**
     * A session at a provider.
     *
     * @param identity its signed token about the person
     */
    record Stay(String provider, String identity) {}

    /** What a session here stands on; from now on it does no more. */
    Optional<Stay> take(SessionId session) {
        return schema.sql()
                .sql("delete from federation.stay where session = :session returning provider, identity")
                .param("session", session.value())
                .query((row, _) -> new Stay(row.getString("provider"), row.getString("identity")))
                .optional();
    }

    /** The sessions here that stand on one there, or on any of somebody's when it has no name; from now on on none. */
    List<SessionId> take(String provider, String sid, String subject) {
        return schema.sql()
                .sql("""
                        delete from federation.stay
                        where provider = :provider and (case when :sid = '' then subject = :subject else sid = :sid end)
                        returning session
                        """)
                .param("provider", provider)
                .param("sid", sid)
                .param("subject", subject)
                .query((row, _) -> new SessionId(row.getObject("session", UUID.class)))
                .list();
    }

    /** All sessions here that somebody vouched for; from now on they stand on nothing. */
    List<SessionId> takeAll(String provider) {
        return schema.sql()
                .sql("delete from federation.stay where provider = :provider returning session")
                .param("provider", provider)
                .query((row, _) -> new SessionId(row.getObject("session", UUID.class)))
                .list();
    }

    /**
     * @param sid the session there; empty when it has no name
     * @param identity the signed token there about the person; empty when there is none
     */
    void add(SessionId session, String provider, String subject, String sid, String identity) {
        schema.sql()
                .sql("""
                        insert into federation.stay (session, provider, sid, subject, identity)
                        values (:session, :provider, :sid, :subject, :identity)
                        """)
                .param("session", session.value())
                .param("provider", provider)
                .param("sid", sid)
                .param("subject", subject)
                .param("identity", identity)
                .update();
    }
}
