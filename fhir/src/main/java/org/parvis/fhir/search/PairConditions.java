package org.parvis.fhir.search;

import java.util.ArrayList;
import java.util.List;
import org.parvis.fhir.index.Component;
import org.parvis.fhir.index.Folding;
import org.parvis.fhir.index.ParamKind;
import org.parvis.fhir.index.Prefixed;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.IndexText;
import org.parvis.fhir.store.Place;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.StoreParams;

/** Conditions on composites: both halves at the same element (R4 search.html, 3.1.1.4.14). */
final class PairConditions {

    private final Context context;

    PairConditions(Context context) {
        this.context = context;
    }

    Condition of(Clause.Value clause) {
        List<Component> components = clause.param().components();
        var conditions = new ArrayList<Condition>();
        for (String written : clause.alternatives()) {
            List<String> halves = Values.split(written, '$');
            if (halves.size() != 2 || components.size() != 2) {
                throw Refusal.invalid("'%s' must be two values with a $ between them.".formatted(written), null);
            }
            conditions.add(new Condition.Rows(
                    "ix_pair",
                    alias -> Conditions.paramIs(context, alias, clause.param())
                            .add(" and ")
                            .add(half(
                                    alias, "sys", "code", components.getFirst().kind(), halves.getFirst()))
                            .add(" and ")
                            .add(half(
                                    alias, "sys2", "code2", components.getLast().kind(), halves.getLast())),
                    false));
        }
        return new Condition.Any(conditions);
    }

    private Sql half(String alias, String system, String code, ParamKind kind, String written) {
        return switch (kind) {
            case TOKEN -> token(alias + "." + system, alias + "." + code, written);
            case STRING ->
                StringConditions.startsWith(alias + "." + code, IndexText.cut(Folding.fold(Values.unescape(written))));
            case URI -> new Sql(alias + "." + system + " = ?", context.system(Values.unescape(written)));
            case REFERENCE -> reference(alias + "." + code, written);
            case DATE -> {
                Prefixed prefixed = Prefixed.parse(Values.unescape(written));
                yield DateConditions.range(
                        prefixed.prefix(),
                        new DateConditions(context).range(prefixed),
                        alias + ".low",
                        alias + ".high");
            }
            case NUMBER, QUANTITY -> new QuantityConditions(context).amount(alias, kind, written);
            case COMPOSITE, SPECIAL -> throw new IllegalStateException("Not half of a composite: " + kind);
        };
    }

    private Sql token(String system, String code, String written) {
        List<String> parts = Values.split(written, '|');
        String last = IndexText.cut(Values.unescape(parts.getLast()));
        if (parts.size() == 1) {
            return new Sql(code + " = ?", last);
        }
        String first = Values.unescape(parts.getFirst());
        var sql = new Sql(system + " = ?", first.isEmpty() ? 0 : context.system(first));
        return last.isEmpty() ? sql : sql.add(" and " + code + " = ?", last);
    }

    private Sql reference(String code, String written) {
        String[] parts = Values.unescape(written).split("/", -1);
        Place place = parts.length < 2
                ? null
                : context.places().get(new ResourceKey(parts[parts.length - 2], parts[parts.length - 1]));
        return new Sql(code + " = ?", place == null ? "" : StoreParams.targetCode(place.rid()));
    }
}
