package org.parvis.fhir.search;

import java.util.ArrayList;
import java.util.List;
import org.parvis.fhir.index.Folding;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.IndexText;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;

/** Conditions on tokens (R4 search.html, 3.1.1.4.10). */
final class TokenConditions {

    /** Flag of the row that is the first of its code in the resource. */
    private static final int FIRST = 1;

    private final Context context;

    TokenConditions(Context context) {
        this.context = context;
    }

    Condition of(Clause.Value clause) {
        return switch (clause.modifier()) {
            case NONE -> codes(clause.param(), context.stored(clause.param()), clause.alternatives());
            case NOT -> new Condition.Not(codes(clause.param(), context.stored(clause.param()), clause.alternatives()));
            case TEXT ->
                new Condition.Any(clause.alternatives().stream()
                        .map(text -> text(clause.param(), text))
                        .toList());
            case IN -> in(clause);
            case NOT_IN -> new Condition.Not(in(clause));
            case OF_TYPE -> ofType(clause);
            default -> throw new IllegalStateException("Not a modifier of tokens: " + clause.modifier());
        };
    }

    /** The token is one of these, written `code`, `system|code`, `|code` or `system|`. */
    Condition codes(SearchParam param, List<Integer> numbers, List<String> alternatives) {
        if (alternatives.size() == 1 && numbers.size() == 1) {
            return code(numbers, alternatives.getFirst(), true);
        }
        var bare = new ArrayList<String>();
        var conditions = new ArrayList<Condition>();
        for (String written : alternatives) {
            List<String> parts = Values.split(written, '|');
            if (parts.size() == 1) {
                bare.add(IndexText.cut(Values.unescape(written)));
            } else {
                conditions.add(code(numbers, written, false));
            }
        }
        if (!bare.isEmpty()) {
            conditions.add(rows(numbers, alias -> new Sql(alias + ".code = any(?)", SqlArray.texts(bare)), false));
        }
        return conditions.size() == 1 ? conditions.getFirst() : new Condition.Any(conditions);
    }

    private Condition code(List<Integer> numbers, String written, boolean alone) {
        List<String> parts = Values.split(written, '|');
        if (parts.size() > 2) {
            throw Refusal.invalid("'%s' must be code or system|code.".formatted(written), null);
        }
        String code = IndexText.cut(Values.unescape(parts.getLast()));
        if (parts.size() == 1) {
            return rows(
                    numbers,
                    alias -> new Sql(alias + ".code = ? and (" + alias + ".flags & " + FIRST + ") <> 0", code),
                    alone);
        }
        String system = Values.unescape(parts.getFirst());
        int number = system.isEmpty() ? 0 : context.system(system);
        if (code.isEmpty()) {
            return rows(numbers, alias -> new Sql(alias + ".sys = ?", number), false);
        }
        return rows(numbers, alias -> new Sql(alias + ".code = ? and " + alias + ".sys = ?", code, number), alone);
    }

    private static Condition rows(
            List<Integer> numbers, java.util.function.Function<String, Sql> where, boolean unique) {
        return new Condition.Rows(
                "ix_token",
                alias -> Conditions.paramIs(alias, numbers).add(" and ").add(where.apply(alias)),
                unique);
    }

    // The texts of a token are kept once, in token_text, each behind U+0001.
    private Condition text(SearchParam param, String written) {
        String folded = Folding.fold(Values.unescape(written));
        String first = "\u0001" + folded;
        var numbers = context.stored(param);
        return new Condition.Rows(
                "ix_token",
                alias -> Conditions.paramIs(alias, numbers)
                        .add(
                                " and (" + alias + ".code, " + alias + ".sys, " + alias
                                        + ".txt) in (select t.code, t.sys, t.id"
                                        + " from fhir.token_text t where strpos(t.folded, ?) > 0 and ",
                                first)
                        .add(Conditions.paramIs("t", numbers))
                        .add(")"),
                false);
    }

    private Condition in(Clause.Value clause) {
        var codes = new ArrayList<String>();
        var systems = new ArrayList<Integer>();
        for (String valueSet : clause.alternatives()) {
            for (CodeSets.Code code : context.codeSets().codes(Values.unescape(valueSet))) {
                codes.add(IndexText.cut(code.code()));
                systems.add(context.system(code.system()));
            }
        }
        var numbers = context.stored(clause.param());
        return rows(
                numbers,
                alias -> new Sql(
                        "(" + alias + ".code, " + alias + ".sys) in (select * from unnest(?::text[], ?::int[]))",
                        SqlArray.texts(codes),
                        SqlArray.ints(systems)),
                false);
    }

    private Condition ofType(Clause.Value clause) {
        var numbers = context.stored(clause.param(), SearchParam.OF_TYPE);
        var conditions = new ArrayList<Condition>();
        for (String written : clause.alternatives()) {
            List<String> parts = Values.split(written, '|');
            if (parts.size() != 3) {
                throw Refusal.invalid("'%s' must be system|code|value.".formatted(written), null);
            }
            int system = context.system(Values.unescape(parts.get(0)));
            String code = IndexText.cut(Values.unescape(parts.get(1)) + "|" + Values.unescape(parts.get(2)));
            conditions.add(rows(
                    numbers, alias -> new Sql(alias + ".code = ? and " + alias + ".sys = ?", code, system), false));
        }
        return new Condition.Any(conditions);
    }
}
