package org.parvis.fhir.search;

import java.util.ArrayList;
import org.parvis.fhir.index.DateRange;
import org.parvis.fhir.index.Prefix;
import org.parvis.fhir.index.Prefixed;
import org.parvis.fhir.store.Sql;

/** Conditions on dates: the range asked against the range stored (R4 search.html, 3.1.1.4.7). */
final class DateConditions {

    private final Context context;

    DateConditions(Context context) {
        this.context = context;
    }

    Condition of(Clause.Value clause) {
        var conditions = new ArrayList<Condition>();
        for (String written : clause.alternatives()) {
            Prefixed prefixed = Prefixed.parse(Values.unescape(written));
            DateRange range = range(prefixed);
            conditions.add(new Condition.Rows(
                    "ix_date",
                    alias -> Conditions.paramIs(context, alias, clause.param())
                            .add(" and ")
                            .add(range(prefixed.prefix(), range, alias + ".low", alias + ".high")),
                    false));
        }
        return new Condition.Any(conditions);
    }

    /** The range asked, widened when it is approximate. */
    DateRange range(Prefixed prefixed) {
        DateRange asked = DateRange.parse(prefixed.literal(), context.zone());
        return prefixed.prefix() == Prefix.AP ? asked.around(context.now()) : asked;
    }

    /** {@link DateRange#matches} in SQL, for a stored range between these two columns. */
    static Sql range(Prefix prefix, DateRange asked, String low, String high) {
        long from = asked.lowMicros();
        long to = asked.highMicros();
        String within = "(" + low + " >= ? and " + low + " < ? and " + high + " <= ?)";
        return switch (prefix) {
            case EQ -> new Sql(within, from, to, to);
            case NE -> new Sql("not " + within, from, to, to);
            case GT -> new Sql(high + " > ?", to);
            case LT -> new Sql(low + " < ?", from);
            case GE -> new Sql("(" + high + " > ? or " + within + ")", to, from, to, to);
            case LE -> new Sql("(" + low + " < ? or " + within + ")", from, from, to, to);
            case SA -> new Sql(low + " >= ?", to);
            case EB -> new Sql(high + " <= ?", from);
            case AP -> new Sql("(" + low + " < ? and " + high + " > ?)", to, from);
        };
    }
}
