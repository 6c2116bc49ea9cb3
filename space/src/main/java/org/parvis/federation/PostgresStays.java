package org.parvis.federation;

import org.parvis.access.SessionId;
import org.parvis.database.Schema;

/** Which sessions here stand on a session at an identity provider. */
final class PostgresStays {

    private final Schema schema;

    PostgresStays(Schema schema) {
        this.schema = schema;
    }

    void add(SessionId session, String provider, String subject, Arrival.Vouched vouched) {
        schema.sql()
                .sql("""
                        insert into federation.stay (session, provider, sid, subject, identity)
                        values (:session, :provider, :sid, :subject, :identity)
                        """)
                .param("session", session.value())
                .param("provider", provider)
                .param("sid", vouched.session())
                .param("subject", subject)
                .param("identity", vouched.identity())
                .update();
    }
}
