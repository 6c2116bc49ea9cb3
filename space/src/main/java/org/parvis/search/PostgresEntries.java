package org.parvis.search;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parvis.database.Schema;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Where the index is kept. Words never hold a space, so lists of them travel as one text. */
final class PostgresEntries {

    private static final int SPELLINGS = 300;

    private final Schema schema;

    PostgresEntries(Schema schema) {
        this.schema = schema;
    }

    /** An entry that matches, and all its words, by which it is ranked. */
    record Match(String id, List<String> words) {}

    /** Puts these entries in the place of those with the same kind and id. */
    void keep(Collection<Entry> entries) {
        var words = entries.stream()
                .flatMap(entry -> entry.words().stream())
                .distinct()
                .toList();
        schema.transactions().executeWithoutResult(transaction -> {
            schema.sql().sql("""
                    insert into search.entry (kind, id, patient, words, day)
                    select kind, id, patient, string_to_array(words, ' '), day
                    from jsonb_to_recordset(cast(:entries as jsonb))
                        as e (kind text, id text, patient text, words text, day text)
                    on conflict (kind, id)
                        do update set patient = excluded.patient, words = excluded.words, day = excluded.day
                    """).param("entries", json(entries)).update();
            learn(words);
        });
    }

    void remove(Kind kind, Collection<String> ids) {
        schema.sql()
                .sql("""
                delete from search.entry where kind = :kind and id = any (string_to_array(:ids, ' '))
                """)
                .param("kind", kind.type())
                .param("ids", String.join(" ", ids))
                .update();
    }

    /** What has each of these words as it is written. */
    List<Match> exact(Kind kind, Wanted wanted, Optional<Set<String>> whose, int most) {
        var words = Stream.concat(wanted.words().stream(), wanted.numbers().stream())
                .collect(Collectors.joining(" "));
        return matches(kind, List.of("words @> string_to_array(:w0, ' ')"), List.of(words), wanted, whose, most);
    }

    /** What has, for each of these words, one of its spellings. */
    List<Match> like(Kind kind, List<List<String>> spellings, Wanted wanted, Optional<Set<String>> whose, int most) {
        var conditions = new ArrayList<String>();
        var words = new ArrayList<String>();
        for (var spelt : spellings) {
            conditions.add("words && string_to_array(:w%d, ' ')".formatted(words.size()));
            words.add(String.join(" ", spelt));
        }
        return matches(kind, conditions, words, wanted, whose, most);
    }

    /** The words that there are and that may have been meant: those that begin so, and those that are a slip apart. */
    List<String> spellings(String word) {
        var meant = schema.sql()
                .sql("""
                (select word from search.word where word >= :word and word < :end limit :most)
                union
                select word from search.neighbour where shortened = any (string_to_array(:shortened, ' '))
                """)
                .param("word", word)
                .param("end", word + "~")
                .param("most", SPELLINGS)
                .param("shortened", String.join(" ", Spelling.shortened(word)))
                .query((row, number) -> row.getString(1))
                .list();
        return meant.stream()
                .filter(other -> other.startsWith(word) || Spelling.isASlipFrom(word, other))
                .toList();
    }

    // Of documents the latest, of people whichever comes: their ranking looks at all of their words.
    private List<Match> matches(
            Kind kind,
            List<String> conditions,
            List<String> words,
            Wanted wanted,
            Optional<Set<String>> whose,
            int most) {
        var where = new ArrayList<String>(conditions);
        wanted.day().ifPresent(day -> where.add(day.isYear() ? "day like :day || '%'" : "day = :day"));
        whose.ifPresent(patients -> where.add("patient = any (string_to_array(:whose, ' '))"));
        StatementSpec statement = schema.sql()
                .sql("select id, array_to_string(words, ' ') as words from search.entry where kind = :kind and "
                        + String.join(" and ", where)
                        + (kind == Kind.DOCUMENT ? " order by day desc" : "") + " limit :most")
                .param("kind", kind.type())
                .param("most", most);
        for (int i = 0; i < words.size(); i++) {
            statement = statement.param("w" + i, words.get(i));
        }
        if (wanted.day().isPresent()) {
            statement = statement.param("day", wanted.day().get().known());
        }
        if (whose.isPresent()) {
            statement = statement.param("whose", String.join(" ", whose.get()));
        }
        return statement
                .query((row, number) -> new Match(
                        row.getString("id"), List.of(row.getString("words").split(" ", -1))))
                .list();
    }

    private void learn(List<String> words) {
        var names = words.stream().filter(word -> !word.startsWith("=")).toList();
        if (names.isEmpty()) {
            return;
        }
        var fresh = schema.sql()
                .sql("""
                insert into search.word (word) select unnest(string_to_array(:words, ' '))
                on conflict do nothing returning word
                """)
                .param("words", String.join(" ", names))
                .query((row, number) -> row.getString(1))
                .list();
        var shortened = new ArrayList<String>();
        var meant = new ArrayList<String>();
        for (var word : fresh) {
            for (var less : Spelling.shortened(word)) {
                shortened.add(less);
                meant.add(word);
            }
        }
        schema.sql()
                .sql("""
                insert into search.neighbour (shortened, word)
                select * from unnest(string_to_array(:shortened, ' '), string_to_array(:meant, ' '))
                on conflict do nothing
                """)
                .param("shortened", String.join(" ", shortened))
                .param("meant", String.join(" ", meant))
                .update();
    }

    private static String json(Collection<Entry> entries) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var entry : entries) {
            array.addObject()
                    .put("kind", entry.kind().type())
                    .put("id", entry.id())
                    .put("patient", entry.patient())
                    .put("words", String.join(" ", entry.words()))
                    .put("day", entry.day());
        }
        return array.toString();
    }
}
