package org.parvis.access;

import java.time.Instant;
import java.util.Optional;
import org.parvis.database.Schema;

/** Where invitations are kept: links that let one person open one account, once. */
final class PostgresInvitations {

    private final Schema schema;

    PostgresInvitations(Schema schema) {
        this.schema = schema;
    }

    void add(Secret secret, Invitation invitation) {
        schema.sql()
                .sql("insert into access.invitation (secret, audience, ends_at) values (:secret, :audience, :endsAt)")
                .param("secret", secret.hash())
                .param("audience", invitation.audience().name())
                .param("endsAt", Schema.moment(invitation.endsAt()))
                .update();
    }

    Optional<Invitation> find(Secret secret, Instant now) {
        return schema.sql()
                .sql("select audience, ends_at from access.invitation where secret = :secret and ends_at > :now")
                .param("secret", secret.hash())
                .param("now", Schema.moment(now))
                .query((row, number) -> new Invitation(
                        Visitor.Audience.valueOf(row.getString("audience")), Schema.moment(row, "ends_at")))
                .optional();
    }

    /** Whether it was still there to be used. */
    boolean remove(Secret secret) {
        return schema.sql()
                        .sql("delete from access.invitation where secret = :secret")
                        .param("secret", secret.hash())
                        .update()
                == 1;
    }

    void removeAllFor(Visitor.Audience audience) {
        schema.sql()
                .sql("delete from access.invitation where audience = :audience")
                .param("audience", audience.name())
                .update();
    }
}
