package org.parvis.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parvis.database.Schema;

/** Where the public halves of passkeys are kept. */
final class PostgresPasskeys {

    private final Schema schema;

    PostgresPasskeys(Schema schema) {
        this.schema = schema;
    }

    /**
     * A passkey as its answers are checked.
     *
     * @param id of its credential, in base64url
     * @param data what the device told of its key (AttestedCredentialData), in base64url
     * @param counter how often it was used, as far as the device counts
     */
    record Kept(AccountId account, String id, String data, long counter, boolean backupEligible, boolean backedUp) {}

    void add(Kept kept, String name, Instant now) {
        schema.sql()
                .sql("""
                        insert into access.passkey
                            (id, account, name, data, counter, backup_eligible, backed_up, created_at)
                        values (:id, :account, :name, :data, :counter, :eligible, :backedUp, :now)""")
                .param("id", kept.id())
                .param("account", kept.account().value())
                .param("name", name)
                .param("data", kept.data())
                .param("counter", kept.counter())
                .param("eligible", kept.backupEligible())
                .param("backedUp", kept.backedUp())
                .param("now", Schema.moment(now))
                .update();
    }

    Optional<Kept> find(String id) {
        return schema.sql()
                .sql("select * from access.passkey where id = :id")
                .param("id", id)
                .query((row, number) -> kept(row))
                .optional();
    }

    List<Passkey> of(AccountId account) {
        return schema.sql()
                .sql("select * from access.passkey where account = :account order by created_at")
                .param("account", account.value())
                .query((row, number) -> passkey(row))
                .list();
    }

    void used(String id, long counter, boolean backedUp, Instant now) {
        schema.sql()
                .sql("""
                        update access.passkey set counter = :counter, backed_up = :backedUp, used_at = :now
                        where id = :id""")
                .param("counter", counter)
                .param("backedUp", backedUp)
                .param("now", Schema.moment(now))
                .param("id", id)
                .update();
    }

    void remove(AccountId account, String id) {
        schema.sql()
                .sql("delete from access.passkey where account = :account and id = :id")
                .param("account", account.value())
                .param("id", id)
                .update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("id"),
                row.getString("data"),
                row.getLong("counter"),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"));
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        return new Passkey(
                row.getString("id"),
                row.getString("name"),
                Schema.moment(row, "created_at"),
                row.getTimestamp("used_at") == null ? Optional.empty() : Optional.of(Schema.moment(row, "used_at")));
    }
}
