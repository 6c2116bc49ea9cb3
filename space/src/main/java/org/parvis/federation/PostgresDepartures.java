package org.parvis.federation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.parvis.access.ReturnAddress;
import org.parvis.access.Secret;
import org.parvis.database.Schema;

/** Who is on their way to an identity provider. */
final class PostgresDepartures {

    private final Schema schema;

    PostgresDepartures(Schema schema) {
        this.schema = schema;
    }

    void add(Secret secret, Departure departure, Instant now) {
        schema.sql()
                .sql("delete from federation.departure where ends_at < :now")
                .param("now", Schema.moment(now))
                .update();
        schema.sql()
                .sql("""
                        insert into federation.departure
                            (secret, provider, state, nonce, verifier, redirect_uri, destination, ends_at)
                        values (:secret, :provider, :state, :nonce, :verifier, :redirectUri, :destination, :endsAt)
                        """)
                .param("secret", secret.hash())
                .param("provider", departure.provider())
                .param("state", departure.state())
                .param("nonce", departure.nonce())
                .param("verifier", departure.verifier())
                .param("redirectUri", departure.redirectUri())
                .param("destination", departure.destination().path())
                .param("endsAt", Schema.moment(departure.endsAt()))
                .update();
    }

    /** The departure of this secret, which serves no second time. */
    Optional<Departure> take(Secret secret, Instant now) {
        return schema.sql()
                .sql("""
                        delete from federation.departure where secret = :secret
                        returning provider, state, nonce, verifier, redirect_uri, destination, ends_at
                        """)
                .param("secret", secret.hash())
                .query((row, _) -> departure(row))
                .optional()
                .filter(departure -> now.isBefore(departure.endsAt()));
    }

    private static Departure departure(ResultSet row) throws SQLException {
        return new Departure(
                row.getString("provider"),
                row.getString("state"),
                row.getString("nonce"),
                row.getString("verifier"),
                row.getString("redirect_uri"),
                ReturnAddress.of(row.getString("destination")),
                Schema.moment(row, "ends_at"));
    }
}
