package org.parvis.federation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.parvis.access.Secret;
import org.parvis.database.Schema;

/** Who was announced by a gateway and has not come yet. A pass that served stays until it is over, so that its statement serves once. */
final class PostgresPasses {

    private final Schema schema;

    PostgresPasses(Schema schema) {
        this.schema = schema;
    }

    /** Keeps a pass, unless its statement has served before. */
    boolean add(Secret secret, Pass pass, String statement, Instant endsAt, Instant now) {
        // Longer than any statement is believed.
        schema.sql()
                .sql("delete from federation.pass where ends_at < cast(:now as timestamptz) - interval '5 minutes'")
                .param("now", Schema.moment(now))
                .update();
        return schema.sql()
                        .sql("""
                                insert into federation.pass (secret, gateway, statement, structure, subject, family_name,
                                    given_name, number_system, number_value, role_family, ends_at)
                                values (:secret, :gateway, :statement, :structure, :subject, :family, :given, :system, :value,
                                    :role, :endsAt)
                                on conflict (gateway, statement) do nothing
                                """)
                        .param("secret", secret.hash())
                        .param("gateway", pass.gateway())
                        .param("statement", statement)
                        .param("structure", pass.structure())
                        .param("subject", pass.member().subject())
                        .param("family", pass.member().family())
                        .param("given", pass.member().given())
                        .param("system", pass.member().number().system())
                        .param("value", pass.member().number().value())
                        .param("role", pass.family())
                        .param("endsAt", Schema.moment(endsAt))
                        .update()
                == 1;
    }

    /** The pass of this secret, which serves no second time. */
    Optional<Pass> take(Secret secret, Instant now) {
        return schema.sql()
                .sql("""
                        update federation.pass set served = true
                        where secret = :secret and not served and ends_at > :now returning *
                        """)
                .param("secret", secret.hash())
                .param("now", Schema.moment(now))
                .query((row, _) -> pass(row))
                .optional();
    }

    private static Pass pass(ResultSet row) throws SQLException {
        var number = new NationalNumber(row.getString("number_system"), row.getString("number_value"));
        var member =
                new Member(row.getString("subject"), row.getString("family_name"), row.getString("given_name"), number);
        return new Pass(
                row.getObject("gateway", UUID.class), row.getString("structure"), member, row.getString("role_family"));
    }
}
