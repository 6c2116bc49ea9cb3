package org.parvis.fhir.search;

import java.util.ArrayList;
import java.util.List;
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

    /** The stored address is this one, written with or without `|version`. */
    Condition of(SearchParam param, Modifier modifier, String written, boolean alone) {
        List<String> parts = Values.split(written, '|');
        String address = Values.unescape(parts.getFirst());
        var numbers = context.stored(param);
        boolean unique = alone && numbers.size() == 1 && modifier == Modifier.NONE && parts.size() > 1;
        return new Condition.Rows(
                "ix_token",
                alias -> {
                    var sql = Conditions.paramIs(alias, numbers).add(" and ").add(address(alias, modifier, address));
                    return parts.size() > 1
                            ? sql.add(" and " + alias + ".code = ?", IndexText.cut(Values.unescape(parts.get(1))))
                            : sql;
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
