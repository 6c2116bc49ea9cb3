package org.parvis.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parvis.database.Schema;

/** Where accounts are kept, with what they prove themselves by. */
final class PostgresAccounts {

    private final Schema schema;

    PostgresAccounts(Schema schema) {
        this.schema = schema;
    }

    /**
     * By what an account of Parvis proves itself.
     *
     * @param password its hash
     * @param codeKey sealed
     */
    record Proofs(Optional<String> password, Optional<byte[]> codeKey) {}

    boolean none() {
        return !schema.sql()
                .sql("select exists (select from access.account)")
                .query(Boolean.class)
                .single();
    }

    /** Keeps a new account, unless its login is taken. */
    boolean add(Account account, Instant now) {
        return schema.sql()
                        .sql("""
                                insert into access.account (id, login, name, audience, person, mail, state, created_at)
                                values (:id, :login, :name, :audience, :person, :mail, :state, :now)
                                on conflict (login) do nothing""")
                        .param("id", account.id().value())
                        .param("login", account.login())
                        .param("name", account.name())
                        .param("audience", account.audience().name())
                        .param("person", account.person().orElse(null))
                        .param("mail", account.mail().orElse(null))
                        .param("state", account.state().name())
                        .param("now", Schema.moment(now))
                        .update()
                == 1;
    }

    Optional<Account> find(AccountId id) {
        return schema.sql()
                .sql("select * from access.account where id = :id")
                .param("id", id.value())
                .query((row, number) -> account(row))
                .optional();
    }

    Optional<Account> findByLogin(String login) {
        return schema.sql()
                .sql("select * from access.account where login = :login")
                .param("login", login)
                .query((row, number) -> account(row))
                .optional();
    }

    /** All accounts of a person, who may come in by several roads; the first that they had comes first. */
    List<Account> of(String person) {
        return schema.sql()
                .sql("select * from access.account where person = :person order by created_at")
                .param("person", person)
                .query((row, number) -> account(row))
                .list();
    }

    void turn(AccountId id, Account.State state) {
        schema.sql()
                .sql("update access.account set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    Optional<AccountId> findByIdentity(String issuer, String subject) {
        return schema.sql()
                .sql("select account from access.identity where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, number) -> new AccountId(row.getObject("account", UUID.class)))
                .optional();
    }

    void know(AccountId id, String issuer, String subject) {
        schema.sql()
                .sql("insert into access.identity (issuer, subject, account) values (:issuer, :subject, :id)")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("id", id.value())
                .update();
    }

    /** Whether this issuer vouches already for somebody for whom this resource stands. */
    boolean isVouchedFor(String person, String issuer) {
        return schema.sql()
                .sql("""
                        select exists (select from access.identity i join access.account a on a.id = i.account
                            where a.person = :person and i.issuer = :issuer)""")
                .param("person", person)
                .param("issuer", issuer)
                .query(Boolean.class)
                .single();
    }

    /** The resource that stands for whoever holds this account. */
    void standFor(AccountId id, String person) {
        schema.sql()
                .sql("update access.account set person = :person where id = :id")
                .param("person", person)
                .param("id", id.value())
                .update();
    }

    Proofs proofs(AccountId id) {
        return schema.sql()
                .sql("select password, code_key from access.account where id = :id")
                .param("id", id.value())
                .query((row, number) -> new Proofs(
                        Optional.ofNullable(row.getString("password")), Optional.ofNullable(row.getBytes("code_key"))))
                .single();
    }

    void keepPassword(AccountId id, String hash) {
        schema.sql()
                .sql("update access.account set password = :hash where id = :id")
                .param("hash", hash)
                .param("id", id.value())
                .update();
    }

    void keepCodeKey(AccountId id, byte[] sealed) {
        schema.sql()
                .sql("update access.account set code_key = :key where id = :id")
                .param("key", sealed)
                .param("id", id.value())
                .update();
    }

    /** Whether the code of this step had not served yet; from now on it has, and older ones too. */
    boolean useCode(AccountId id, long step) {
        return schema.sql()
                        .sql("update access.account set code_step = :step where id = :id and code_step < :step")
                        .param("step", step)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void accept(AccountId id, int charter, Instant now) {
        schema.sql()
                .sql("""
                        insert into access.acceptance (account, version, accepted_at) values (:id, :version, :now)
                        on conflict do nothing""")
                .param("id", id.value())
                .param("version", charter)
                .param("now", Schema.moment(now))
                .update();
    }

    /** The newest version of the charter that somebody accepted; 0 for none. */
    int charter(AccountId id) {
        return schema.sql()
                .sql("select coalesce(max(version), 0) from access.acceptance where account = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("login"),
                row.getString("name"),
                Visitor.Audience.valueOf(row.getString("audience")),
                Optional.ofNullable(row.getString("person")),
                Optional.ofNullable(row.getString("mail")),
                Account.State.valueOf(row.getString("state")));
    }
}
