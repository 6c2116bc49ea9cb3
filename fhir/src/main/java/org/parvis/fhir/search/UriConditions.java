package org.parvis.fhir.search;

import java.util.ArrayList;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.store.IndexText;
import org.parvis.fhir.store.Sql;

/** Conditions on addresses, which are kept as words (R4 search.html, 3.1.1.4.13). */
final class UriConditions {

    private final Context context;

    UriConditions(Context context) {
        this.context = context;
    }

    Condition of(Clause.Value clause) {
        var conditions = new ArrayList<Condition>();
        for (String written : clause.alternatives()) {
            conditions.add(of(
                    clause.param(),
                    clause.modifier(),
                    written,
                    clause.alternatives().size() == 1));
        }
        return conditions.size() == 1 ? conditions.getFirst() : new Condition.Any(conditions);
    }

    /** The stored address is this one, written with or without `|version`; no address holds a bar of its own. */
    Condition of(SearchParam param, Modifier modifier, String written, boolean alone) {
        String text = Values.unescape(written);
        int bar = text.lastIndexOf('|');
        String address = bar < 0 ? text : text.substring(0, bar);
        var numbers = context.stored(param);
        boolean unique = alone && numbers.size() == 1 && modifier == Modifier.NONE && bar >= 0;
        return new Condition.Rows(
                "ix_token",
                alias -> {
                    var sql = Conditions.paramIs(alias, numbers).add(" and ").add(address(alias, modifier, address));
                    return bar < 0
                            ? sql
                            : sql.add(" and " + alias + ".code = ?", IndexText.cut(text.substring(bar + 1)));
                },
                unique);
    }

    private Sql address(String alias, Modifier modifier, String address) {
        String among = alias + ".sys in (select w.id from fhir.word w where w.kind = 'system' and ";
        return switch (modifier) {
            case BELOW ->
                new Sql(among)
                        .add(StringConditions.startsWith("w.word", address))
                        .add(")");
            case ABOVE -> new Sql(among + "starts_with(?, w.word))", address);
            default -> new Sql(alias + ".sys = ?", context.system(address));
        };
    }
}
