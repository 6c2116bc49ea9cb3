package org.parvis.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.parvis.database.Schema;

/** Where is kept what home pages show beside what the store holds. */
final class PostgresHomes {

    /** Opened records beyond these are forgotten here; the trace keeps them all. */
    private static final int REMEMBERED = 12;

    private final Schema schema;

    PostgresHomes(Schema schema) {
        this.schema = schema;
    }

    void opened(String person, String patient, Instant at) {
        schema.sql()
                .sql("""
                insert into portal.opened (person, patient, at) values (:person, :patient, :at)
                on conflict (person, patient) do update set at = excluded.at
                """)
                .param("person", person)
                .param("patient", patient)
                .param("at", Schema.moment(at))
                .update();
        schema.sql()
                .sql("""
                delete from portal.opened where person = :person and patient not in (
                  select patient from portal.opened where person = :person order by at desc limit :remembered)
                """)
                .param("person", person)
                .param("remembered", REMEMBERED)
                .update();
    }

    /** The patients whose records this person opened last, the latest first. */
    List<String> latelyOpened(String person) {
        return schema.sql()
                .sql("select patient from portal.opened where person = :person order by at desc")
                .param("person", person)
                .query((row, number) -> row.getString("patient"))
                .list();
    }

    boolean hasToured(String person) {
        return schema.sql()
                        .sql("select count(*) from portal.toured where person = :person")
                        .param("person", person)
                        .query((row, number) -> row.getLong(1))
                        .single()
                > 0;
    }

    void toured(String person, Instant at) {
        schema.sql()
                .sql("insert into portal.toured (person, at) values (:person, :at) on conflict do nothing")
                .param("person", person)
                .param("at", Schema.moment(at))
                .update();
    }

    void announce(String title, String words, String author, Instant now, Instant ends) {
        schema.sql()
                .sql("""
                insert into portal.announcement (title, words, author, written, ends)
                values (:title, :words, :author, :now, :ends)
                """)
                .param("title", title)
                .param("words", words)
                .param("author", author)
                .param("now", Schema.moment(now))
                .param("ends", Schema.moment(ends))
                .update();
    }

    /** What is announced now, the latest first. */
    List<Announcement> announcements(Instant now) {
        return schema.sql()
                .sql("""
                select id, title, words, author, written, ends from portal.announcement
                where ends > :now order by written desc, id desc
                """)
                .param("now", Schema.moment(now))
                .query((row, number) -> announcement(row))
                .list();
    }

    /** Takes an announcement back. */
    void end(long id, Instant now) {
        schema.sql()
                .sql("update portal.announcement set ends = :now where id = :id and ends > :now")
                .param("id", id)
                .param("now", Schema.moment(now))
                .update();
    }

    private static Announcement announcement(ResultSet row) throws SQLException {
        return new Announcement(
                row.getLong("id"),
                row.getString("title"),
                row.getString("words"),
                row.getString("author"),
                Schema.moment(row, "written"),
                Schema.moment(row, "ends"));
    }
}
