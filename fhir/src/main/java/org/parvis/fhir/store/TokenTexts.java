package org.parvis.fhir.store;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.parvis.fhir.index.Folding;

/**
 * The texts shown beside tokens, kept once per token and combination: a laboratory sends the same display a million
 * times. Text zero is no text.
 */
final class TokenTexts {

    /** Stands between several texts of one token, and before the first, so that each can be found by its beginning. */
    static final char BEGIN = '\u0001';

    private static final int REMEMBERED = 100_000;

    private record Shown(int param, int system, String code, String folded) {}

    private final Database database;
    private final Map<Shown, Integer> numbers = new ConcurrentHashMap<>();

    TokenTexts(Database database) {
        this.database = database;
    }

    /** The number of these texts beside this token, given to them now if they are new. */
    int number(int param, int system, String code, Set<String> texts) {
        if (texts.isEmpty()) {
            return 0;
        }
        var shown = new Shown(param, system, code, joined(texts));
        Integer known = numbers.get(shown);
        if (known != null) {
            return known;
        }
        if (numbers.size() >= REMEMBERED) {
            numbers.clear();
        }
        return numbers.computeIfAbsent(shown, this::insert);
    }

    private static String joined(Set<String> texts) {
        var folded = new TreeSet<String>();
        texts.forEach(text -> folded.add(BEGIN + Folding.fold(text)));
        return IndexText.cut(String.join("", folded));
    }

    private int insert(Shown shown) {
        return database.read(connection -> {
            Statements.update(
                    connection,
                    new Sql(
                            "insert into fhir.token_text (param, sys, code, folded) values (?, ?, ?, ?)"
                                    + " on conflict do nothing",
                            shown.param(),
                            shown.system(),
                            shown.code(),
                            shown.folded()));
            return Statements.one(
                    connection,
                    new Sql(
                            "select id from fhir.token_text where param = ? and sys = ? and code = ? and folded = ?",
                            shown.param(),
                            shown.system(),
                            shown.code(),
                            shown.folded()),
                    row -> row.getInt(1));
        });
    }
}
