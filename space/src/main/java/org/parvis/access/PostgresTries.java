package org.parvis.access;

import java.time.Duration;
import java.time.Instant;
import org.parvis.database.Schema;

/** How often each login, code and address was tried lately. All servers count together. */
final class PostgresTries {

    // A person who comes back the next day starts afresh.
    private static final Duration MEMORY = Duration.ofDays(1);

    private final Schema schema;

    PostgresTries(Schema schema) {
        this.schema = schema;
    }

    /**
     * Counts a try before it is made, so that many at once do not slip through; nothing is counted when it has to wait.
     *
     * @return how long it has to wait: zero when it may be made
     */
    Duration take(String subject, Backoff backoff, Instant now) {
        return schema.transactions().execute(status -> {
            var tries = lock(subject, now);
            if (tries.nextAt().isAfter(now)) {
                return Duration.between(now, tries.nextAt());
            }
            int count = tries.lastAt().isBefore(now.minus(MEMORY)) ? 1 : tries.count() + 1;
            keep(new Tries(subject, count, now, now.plus(backoff.after(count))));
            return Duration.ZERO;
        });
    }

    /** Takes one try back: it was right, and others may come from the same address. */
    void giveBack(String subject) {
        schema.sql()
                .sql(
                        "update access.tries set count = greatest(count - 1, 0), next_at = last_at where subject = :subject")
                .param("subject", subject)
                .update();
    }

    void forget(String subject) {
        schema.sql()
                .sql("delete from access.tries where subject = :subject")
                .param("subject", subject)
                .update();
    }

    private record Tries(String subject, int count, Instant lastAt, Instant nextAt) {}

    private Tries lock(String subject, Instant now) {
        schema.sql()
                .sql("""
                        insert into access.tries (subject, count, last_at, next_at) values (:subject, 0, :now, :now)
                        on conflict do nothing""")
                .param("subject", subject)
                .param("now", Schema.moment(now))
                .update();
        return schema.sql()
                .sql("select count, last_at, next_at from access.tries where subject = :subject for update")
                .param("subject", subject)
                .query((row, number) -> new Tries(
                        subject, row.getInt("count"), Schema.moment(row, "last_at"), Schema.moment(row, "next_at")))
                .single();
    }

    private void keep(Tries tries) {
        schema.sql()
                .sql("""
                        update access.tries set count = :count, last_at = :lastAt, next_at = :nextAt
                        where subject = :subject""")
                .param("count", tries.count())
                .param("lastAt", Schema.moment(tries.lastAt()))
                .param("nextAt", Schema.moment(tries.nextAt()))
                .param("subject", tries.subject())
                .update();
    }
}
