package org.parvis.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parvis.database.Schema;

/** Who manages which structure, and when each person's place there was last confirmed. */
final class PostgresReferents {

    private final Schema schema;

    PostgresReferents(Schema schema) {
        this.schema = schema;
    }

    void add(AccountId account, String structure, Instant now) {
        schema.sql()
                .sql("""
                        insert into access.referent (account, structure, since) values (:account, :structure, :now)
                        on conflict do nothing""")
                .param("account", account.value())
                .param("structure", structure)
                .param("now", Schema.moment(now))
                .update();
    }

    /** The structures that this account manages. */
    List<String> structuresOf(AccountId account) {
        return schema.sql()
                .sql("select structure from access.referent where account = :account order by structure")
                .param("account", account.value())
                .query((row, number) -> row.getString("structure"))
                .list();
    }

    /** Keeps that somebody's place in a structure is right. */
    void confirm(AccountId account, String structure, Instant now) {
        schema.sql()
                .sql("""
                        insert into access.review (account, structure, reviewed_at) values (:account, :structure, :now)
                        on conflict (account, structure)
                            do update set reviewed_at = excluded.reviewed_at, reminded_at = null""")
                .param("account", account.value())
                .param("structure", structure)
                .param("now", Schema.moment(now))
                .update();
    }

    /** When each account's place in a structure was last confirmed. */
    Map<AccountId, Instant> confirmations(String structure) {
        var confirmations = new HashMap<AccountId, Instant>();
        schema.sql()
                .sql("select account, reviewed_at from access.review where structure = :structure")
                .param("structure", structure)
                .query(row -> {
                    confirmations.put(
                            new AccountId(row.getObject("account", UUID.class)), Schema.moment(row, "reviewed_at"));
                });
        return confirmations;
    }

    /** To whom it is to be said that accounts of their structure wait for their review. */
    record Reminder(String mail, String name, String structure, int accounts) {}

    /**
     * The reminders due: places last confirmed before this moment, and not reminded of since the other one. They count as
     * given, so that of several servers one sends each.
     */
    List<Reminder> takeReminders(Instant confirmedBefore, Instant remindedBefore, Instant now) {
        return schema.sql()
                .sql("""
                        with due as (
                            update access.review set reminded_at = :now
                            where reviewed_at < :confirmedBefore
                                and (reminded_at is null or reminded_at < :remindedBefore)
                            returning structure)
                        select a.mail, a.name, d.structure, count(*) as accounts
                        from due d
                            join access.referent r on r.structure = d.structure
                            join access.account a on a.id = r.account and a.state = 'ACTIVE' and a.mail is not null
                        group by a.mail, a.name, d.structure""")
                .param("now", Schema.moment(now))
                .param("confirmedBefore", Schema.moment(confirmedBefore))
                .param("remindedBefore", Schema.moment(remindedBefore))
                .query((row, number) -> new Reminder(
                        row.getString("mail"),
                        row.getString("name"),
                        row.getString("structure"),
                        row.getInt("accounts")))
                .list();
    }
}
