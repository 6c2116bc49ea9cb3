package org.parvis.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parvis.access.Invitation.Place;
import org.parvis.database.Schema;

/** Where invitations are kept: links that let one person open one account, once. */
final class PostgresInvitations {

    private final Schema schema;

    PostgresInvitations(Schema schema) {
        this.schema = schema;
    }

    void add(Secret secret, Invitation invitation) {
        schema.sql()
                .sql("""
                        insert into access.invitation
                            (secret, audience, name, mail, structure, family, referent, person, invited_by, ends_at)
                        values (:secret, :audience, :name, :mail, :structure, :family, :referent, :person, :by, :endsAt)""")
                .param("secret", secret.hash())
                .param("audience", invitation.audience().name())
                .param("name", invitation.name().orElse(null))
                .param("mail", invitation.mail().orElse(null))
                .param("structure", invitation.place().map(Place::structure).orElse(null))
                .param("family", invitation.place().map(Place::family).orElse(null))
                .param("referent", invitation.place().map(Place::referent).orElse(false))
                .param("person", invitation.person().orElse(null))
                .param("by", invitation.by().map(AccountId::value).orElse(null))
                .param("endsAt", Schema.moment(invitation.endsAt()))
                .update();
    }

    Optional<Invitation> find(Secret secret, Instant now) {
        return schema.sql()
                .sql("select * from access.invitation where secret = :secret and ends_at > :now")
                .param("secret", secret.hash())
                .param("now", Schema.moment(now))
                .query((row, number) -> invitation(row))
                .optional();
    }

    /** Those that wait in a structure, the newest first. */
    List<Invitation> waitingIn(String structure, Instant now) {
        return schema.sql()
                .sql(
                        "select * from access.invitation where structure = :structure and ends_at > :now order by ends_at desc")
                .param("structure", structure)
                .param("now", Schema.moment(now))
                .query((row, number) -> invitation(row))
                .list();
    }

    /** Whether it was still there to be used. */
    boolean remove(Secret secret) {
        return schema.sql()
                        .sql("delete from access.invitation where secret = :secret")
                        .param("secret", secret.hash())
                        .update()
                == 1;
    }

    void removeAllTo(String person) {
        schema.sql()
                .sql("delete from access.invitation where person = :person")
                .param("person", person)
                .update();
    }

    void removeAllFor(Visitor.Audience audience) {
        schema.sql()
                .sql("delete from access.invitation where audience = :audience")
                .param("audience", audience.name())
                .update();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                Visitor.Audience.valueOf(row.getString("audience")),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("mail")),
                place(row),
                Optional.ofNullable(row.getString("person")),
                Optional.ofNullable(row.getObject("invited_by", UUID.class)).map(AccountId::new),
                Schema.moment(row, "ends_at"));
    }

    private static Optional<Place> place(ResultSet row) throws SQLException {
        var structure = row.getString("structure");
        return structure == null
                ? Optional.empty()
                : Optional.of(new Place(structure, row.getString("family"), row.getBoolean("referent")));
    }
}
