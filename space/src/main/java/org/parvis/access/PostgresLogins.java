package org.parvis.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.parvis.database.Schema;

/** Where logins are kept that have shown a password and not yet a second factor, and the links that open an account. */
final class PostgresLogins {

    private final Schema schema;

    PostgresLogins(Schema schema) {
        this.schema = schema;
    }

    /** A login that waits for its second factor. */
    record Pending(AccountId account, ReturnAddress destination) {}

    void add(Secret secret, Pending login, Instant now, Instant endsAt) {
        schema.sql()
                .sql("delete from access.login where ends_at <= :now")
                .param("now", Schema.moment(now))
                .update();
        schema.sql()
                .sql("""
                        insert into access.login (secret, account, destination, ends_at)
                        values (:secret, :account, :destination, :endsAt)""")
                .param("secret", secret.hash())
                .param("account", login.account().value())
                .param("destination", login.destination().path())
                .param("endsAt", Schema.moment(endsAt))
                .update();
    }

    Optional<Pending> find(Secret secret, Instant now) {
        return schema.sql()
                .sql("select account, destination from access.login where secret = :secret and ends_at > :now")
                .param("secret", secret.hash())
                .param("now", Schema.moment(now))
                .query((row, number) -> new Pending(
                        new AccountId(row.getObject("account", UUID.class)),
                        ReturnAddress.of(row.getString("destination"))))
                .optional();
    }

    /** Keeps the key that is offered to an account without one-time codes, sealed; the first one offered stays. */
    void offer(Secret secret, byte[] sealedKey) {
        schema.sql()
                .sql("update access.login set code_key = :key where secret = :secret and code_key is null")
                .param("key", sealedKey)
                .param("secret", secret.hash())
                .update();
    }

    /** The key on offer, sealed. */
    Optional<byte[]> offered(Secret secret) {
        return schema.sql()
                .sql("select code_key from access.login where secret = :secret and code_key is not null")
                .param("secret", secret.hash())
                .query((row, number) -> row.getBytes("code_key"))
                .optional();
    }

    void keepMailedCode(Secret secret, byte[] mark, Instant until) {
        schema.sql()
                .sql("update access.login set mailed_code = :mark, mailed_until = :until where secret = :secret")
                .param("mark", mark)
                .param("until", Schema.moment(until))
                .param("secret", secret.hash())
                .update();
    }

    /** Whether this is the code that was sent by mail; it serves once. */
    boolean useMailedCode(Secret secret, byte[] mark, Instant now) {
        return schema.sql()
                        .sql("""
                                update access.login set mailed_code = null
                                where secret = :secret and mailed_code = :mark and mailed_until > :now""")
                        .param("secret", secret.hash())
                        .param("mark", mark)
                        .param("now", Schema.moment(now))
                        .update()
                == 1;
    }

    /** Keeps a link that lets somebody choose a new password. */
    void keepRecovery(Secret secret, AccountId account, Instant endsAt) {
        schema.sql()
                .sql("insert into access.recovery (secret, account, ends_at) values (:secret, :account, :endsAt)")
                .param("secret", secret.hash())
                .param("account", account.value())
                .param("endsAt", Schema.moment(endsAt))
                .update();
    }

    Optional<AccountId> findRecovery(Secret secret, Instant now) {
        return schema.sql()
                .sql("select account from access.recovery where secret = :secret and ends_at > :now")
                .param("secret", secret.hash())
                .param("now", Schema.moment(now))
                .query((row, number) -> new AccountId(row.getObject("account", UUID.class)))
                .optional();
    }

    /** Removes all links of an account: one of them has served. */
    void removeRecoveries(AccountId account) {
        schema.sql()
                .sql("delete from access.recovery where account = :account")
                .param("account", account.value())
                .update();
    }

    /** Whether it was still there: a login becomes one session. */
    boolean remove(Secret secret) {
        return schema.sql()
                        .sql("delete from access.login where secret = :secret")
                        .param("secret", secret.hash())
                        .update()
                == 1;
    }
}
