package org.parvis.fhir.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.index.NumberRange;
import org.parvis.fhir.index.ParamKind;
import org.parvis.fhir.index.Prefix;
import org.parvis.fhir.index.Prefixed;
import org.parvis.fhir.index.Ucum;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.Dictionary.Kind;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.StoreParams;

/** Conditions on numbers and quantities, the latter in canonical units (R4 search.html, 3.1.1.4.8 and 3.1.1.4.11). */
final class QuantityConditions {

    private final Context context;

    QuantityConditions(Context context) {
        this.context = context;
    }

    Condition of(Clause.Value clause) {
        var conditions = new ArrayList<Condition>();
        for (String written : clause.alternatives()) {
            conditions.add(new Condition.Rows(
                    "ix_quantity",
                    alias -> Conditions.paramIs(context, alias, clause.param())
                            .add(" and ")
                            .add(amount(alias, clause.param().kind(), written)),
                    false));
        }
        return new Condition.Any(conditions);
    }

    /** The row's amount stands to the written one, `[prefix]number[|system|code]`, as asked. */
    Sql amount(String alias, ParamKind kind, String written) {
        List<String> parts = Values.split(written, '|');
        if (parts.size() > (kind == ParamKind.NUMBER ? 1 : 3)) {
            throw Refusal.invalid(
                    "'%s' must be a number%s.".formatted(written, kind == ParamKind.NUMBER ? "" : "|system|code"),
                    null);
        }
        Prefixed prefixed = Prefixed.parse(Values.unescape(parts.getFirst()));
        NumberRange number = NumberRange.parse(prefixed.literal());
        String system = parts.size() > 1 ? Values.unescape(parts.get(1)) : "";
        String code = parts.size() > 2 ? Values.unescape(parts.get(2)) : "";
        if (code.isEmpty() && system.isEmpty()) {
            return range(prefixed.prefix(), number, alias + ".low", alias + ".high");
        }
        return system.isEmpty()
                ? anyUnit(alias, code).add(range(prefixed.prefix(), number, alias + ".low", alias + ".high"))
                : unit(alias, system, code, prefixed.prefix(), number);
    }

    private Sql unit(String alias, String system, String code, Prefix prefix, NumberRange number) {
        Optional<Ucum.Canonical> value = context.ucum().canonical(system, code, number.value());
        if (value.isEmpty()) {
            return exactUnit(alias, system, code).add(range(prefix, number, alias + ".low", alias + ".high"));
        }
        var canonical = new NumberRange(
                value.get().value(), canonical(system, code, number.low()), canonical(system, code, number.high()));
        int unit = context.words()
                .known(Kind.UNIT, StoreParams.unitWord(null, value.get().unit(), null))
                .orElse(Context.UNKNOWN);
        return new Sql(alias + ".cunit = ? and ", unit)
                .add(range(prefix, canonical, alias + ".clow", alias + ".chigh"));
    }

    private BigDecimal canonical(String system, String code, BigDecimal value) {
        return context.ucum().canonical(system, code, value).orElseThrow().value();
    }

    private static Sql exactUnit(String alias, String system, String code) {
        String beginning = StoreParams.unitWord(system, code, null);
        return new Sql(alias + ".unit in (select w.id from fhir.word w where w.kind = 'unit' and ")
                .add(StringConditions.startsWith(
                        "w.word", code.isEmpty() ? beginning.substring(0, beginning.length() - 1) : beginning))
                .add(") and ");
    }

    private static Sql anyUnit(String alias, String code) {
        return new Sql(
                alias + ".unit in (select w.id from fhir.word w where w.kind = 'unit' and"
                        + " ? in (split_part(w.word, e'\\n', 2), split_part(w.word, e'\\n', 3))) and ",
                code);
    }

    /** The comparison of 3.1.1.4.3, for a stored range between these two columns. */
    static Sql range(Prefix prefix, NumberRange asked, String low, String high) {
        double value = asked.value().doubleValue();
        double from = asked.low().doubleValue();
        // A number with more digits than a double has is at least itself.
        double to = Math.max(asked.high().doubleValue(), Math.nextUp(value));
        return switch (prefix) {
            case EQ -> new Sql("(" + low + " >= ? and " + low + " < ? and " + high + " < ?)", from, to, to);
            case NE -> new Sql("(" + low + " < ? or " + high + " >= ?)", from, to);
            case GT -> new Sql(high + " > ?", value);
            case GE -> new Sql(high + " >= ?", value);
            case LT -> new Sql(low + " < ?", value);
            case LE -> new Sql(low + " <= ?", value);
            case SA -> new Sql(low + " > ?", value);
            case EB -> new Sql(high + " < ?", value);
            case AP -> {
                NumberRange wide = asked.approximately();
                yield new Sql(
                        "(" + low + " <= ? and " + high + " >= ?)",
                        wide.high().doubleValue(),
                        wide.low().doubleValue());
            }
        };
    }
}
