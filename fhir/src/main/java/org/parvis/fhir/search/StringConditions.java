package org.parvis.fhir.search;

import java.util.ArrayList;
import org.parvis.fhir.index.Folding;
import org.parvis.fhir.store.IndexText;
import org.parvis.fhir.store.Sql;

/** Conditions on strings: by beginning, exact or anywhere (R4 search.html, 3.1.1.4.9). */
final class StringConditions {

    /** Sorts after every text that begins alike. */
    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    private final Context context;

    StringConditions(Context context) {
        this.context = context;
    }

    Condition of(Clause.Value clause) {
        var conditions = new ArrayList<Condition>();
        for (String written : clause.alternatives()) {
            String text = Values.unescape(written);
            conditions.add(new Condition.Rows(
                    "ix_string",
                    alias -> Conditions.paramIs(context, alias, clause.param())
                            .add(" and ")
                            .add(matches(alias, clause.modifier(), text)),
                    false));
        }
        return new Condition.Any(conditions);
    }

    private static Sql matches(String alias, Modifier modifier, String text) {
        String folded = Folding.fold(text);
        return switch (modifier) {
            case EXACT ->
                new Sql(alias + ".folded = ? and " + alias + ".exact = ?", IndexText.cut(folded), IndexText.cut(text));
            case CONTAINS -> new Sql("strpos(" + alias + ".folded, ?) > 0", folded);
            default -> startsWith(alias + ".folded", folded);
        };
    }

    /** The column begins with this text, as a range that an index can deliver. */
    static Sql startsWith(String column, String text) {
        return new Sql(column + " >= ? and " + column + " < ?", text, text + LAST);
    }
}
