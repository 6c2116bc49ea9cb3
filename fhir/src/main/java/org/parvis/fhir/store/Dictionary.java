package org.parvis.fhir.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words that the tables hold as numbers: types, parameters, systems, units, owners, labels and sets of them. A word keeps its number
 * for ever, so what is remembered here is never wrong.
 */
public final class Dictionary {

    /** The kinds of words. */
    public enum Kind {
        TYPE,
        PARAMETER,
        SYSTEM,
        UNIT,
        OWNER,
        /** One security label. */
        LABEL,
        /** The security labels of a resource together. */
        LABELS;

        private final String column = name().toLowerCase(java.util.Locale.ROOT);

        /** The kind as kept in the column `kind`. */
        public String column() {
            return column;
        }
    }

    private record Word(Kind kind, String text) {}

    private final Database database;
    private final Map<Word, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, String> words = new ConcurrentHashMap<>();

    Dictionary(Database database) {
        this.database = database;
        database.read(connection -> Statements.list(
                connection,
                new Sql("select id, kind, word from fhir.word"),
                row -> remember(
                        new Word(Kind.valueOf(row.getString(2).toUpperCase(java.util.Locale.ROOT)), row.getString(3)),
                        row.getInt(1))));
    }

    /** The number of this word, given to it now if it is new. */
    public int number(Kind kind, String text) {
        Integer number = numbers.get(new Word(kind, text));
        return number != null ? number : known(kind, text).orElseGet(() -> insert(new Word(kind, text)));
    }

    /** The number of this word, if anything stored uses it. */
    public Optional<Integer> known(Kind kind, String text) {
        var word = new Word(kind, text);
        Integer number = numbers.get(word);
        if (number != null) {
            return Optional.of(number);
        }
        return database.read(connection -> Statements.first(
                connection,
                new Sql("select id from fhir.word where kind = ? and word = ?", kind.column(), text),
                row -> remember(word, row.getInt(1))));
    }

    /** The word behind a number that a row holds. */
    public String word(int number) {
        String word = words.get(number);
        if (word != null) {
            return word;
        }
        String found = database.read(connection -> Statements.one(
                connection, new Sql("select word from fhir.word where id = ?", number), row -> row.getString(1)));
        words.put(number, found);
        return found;
    }

    private int insert(Word word) {
        return database.read(connection -> {
            Statements.update(
                    connection,
                    new Sql(
                            "insert into fhir.word (kind, word) values (?, ?) on conflict do nothing",
                            word.kind().column(),
                            word.text()));
            return Statements.one(
                    connection,
                    new Sql(
                            "select id from fhir.word where kind = ? and word = ?",
                            word.kind().column(),
                            word.text()),
                    row -> remember(word, row.getInt(1)));
        });
    }

    private int remember(Word word, int number) {
        numbers.put(word, number);
        words.put(number, word.text());
        return number;
    }
}
