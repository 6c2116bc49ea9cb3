package org.parvis.access;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.parvis.database.Schema;

/** Which accounts are whose relatives: an account may stand by several patients. */
final class PostgresRelatives {

    private final Schema schema;

    PostgresRelatives(Schema schema) {
        this.schema = schema;
    }

    /** Keeps that this account is this RelatedPerson. */
    void add(String person, AccountId account, Instant now) {
        schema.sql()
                .sql("insert into access.relative (person, account, since) values (:person, :account, :now)")
                .param("person", person)
                .param("account", account.value())
                .param("now", Schema.moment(now))
                .update();
    }

    /** All RelatedPersons that this account is. */
    Set<String> of(AccountId account) {
        return schema.sql()
                .sql("select person from access.relative where account = :account")
                .param("account", account.value())
                .query((row, number) -> row.getString("person"))
                .set();
    }

    /** Those among these RelatedPersons who have come in. */
    Set<String> among(Collection<String> people) {
        return people.isEmpty()
                ? Set.of()
                : schema.sql()
                        .sql("select person from access.relative where person in (:people)")
                        .param("people", people)
                        .query((row, number) -> row.getString("person"))
                        .set();
    }
}
