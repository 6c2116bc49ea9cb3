package org.parvis.fhir.search;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.parvis.fhir.index.DateRange;
import org.parvis.fhir.index.ParamKind;
import org.parvis.fhir.index.Prefix;
import org.parvis.fhir.index.Prefixed;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.Place;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;
import org.parvis.fhir.store.StoreParams;

/** Compiles clauses into conditions on the tables; one class per kind of parameter knows its values. */
final class Conditions {

    private final Context context;
    private final String type;

    Conditions(Context context, String type) {
        this.context = context;
        this.type = type;
    }

    Condition of(Clause clause) {
        return switch (clause) {
            case Clause.Value value -> value(value);
            case Clause.Not not -> new Condition.Not(of(not.clause()));
            case Clause.Ids ids -> ids(ids);
            case Clause.Updated updated ->
                new Condition.Any(
                        updated.alternatives().stream().map(this::updated).toList());
            case Clause.Chain chain -> new ChainConditions(context).chain(chain);
            case Clause.Targets targets ->
                new ReferenceConditions(context).targets(targets.reference(), targets.rids());
            case Clause.Among(Set<Long> rids) ->
                new Condition.OnPlace(alias -> new Sql(alias + ".rid = any(?)", SqlArray.longs(rids)));
            case Clause.Has has -> new ChainConditions(context).has(type, has);
            case Clause.Compartment compartment -> compartment(compartment);
        };
    }

    /** The same clause, or a plainer one when what it leads to is few and found now. */
    Clause foreseen(Clause clause) throws SQLException {
        return switch (clause) {
            case Clause.Chain chain -> new ChainConditions(context).foreseen(chain);
            case Clause.Has has -> new ChainConditions(context).foreseen(type, has);
            default -> clause;
        };
    }

    private Condition value(Clause.Value clause) {
        if (clause.modifier() == Modifier.MISSING) {
            return missing(clause);
        }
        return switch (clause.param().kind()) {
            case TOKEN -> new TokenConditions(context).of(clause);
            case STRING -> new StringConditions(context).of(clause);
            case DATE -> new DateConditions(context).of(clause);
            case NUMBER, QUANTITY -> new QuantityConditions(context).of(clause);
            case REFERENCE -> new ReferenceConditions(context).of(clause);
            case URI -> new UriConditions(context).of(clause);
            case COMPOSITE -> new PairConditions(context).of(clause);
            case SPECIAL -> new NearConditions(context).of(clause);
        };
    }

    private Condition missing(Clause.Value clause) {
        String wanted = clause.alternatives().getFirst();
        if (clause.alternatives().size() != 1 || (!wanted.equals("true") && !wanted.equals("false"))) {
            throw Refusal.invalid(
                    "'%s:missing' must be true or false."
                            .formatted(clause.param().code()),
                    null);
        }
        var present = new Condition.Any(
                clause.param().kind() == ParamKind.REFERENCE ? references(clause.param()) : values(clause.param()));
        return wanted.equals("true") ? new Condition.Not(present) : present;
    }

    private List<Condition> values(SearchParam param) {
        return List.of(new Condition.Rows(table(param.kind()), alias -> paramIs(context, alias, param), false));
    }

    // A parameter for one type of target is not there where a reference leads to another, or says only an identifier.
    private List<Condition> references(SearchParam param) {
        Optional<Integer> targetType = context.restriction(param);
        if (targetType.isPresent()) {
            String addresses = "%/" + context.words().word(targetType.get()) + "/%";
            return List.of(
                    new Condition.Rows(
                            "ix_reference",
                            alias ->
                                    paramIs(context, alias, param).add(" and " + alias + ".type = ?", targetType.get()),
                            false),
                    new Condition.Rows(
                            "ix_token",
                            alias -> paramIs(context, alias, param)
                                    .add(
                                            " and " + alias
                                                    + ".sys in (select w.id from fhir.word w where w.kind = 'system'"
                                                    + " and w.word like ?)",
                                            addresses),
                            false));
        }
        var identifiers = context.stored(param, StoreParams.IDENTIFIER);
        return List.of(
                new Condition.Rows("ix_reference", alias -> paramIs(context, alias, param), false),
                new Condition.Rows("ix_token", alias -> paramIs(context, alias, param), false),
                new Condition.Rows("ix_token", alias -> paramIs(alias, identifiers), false));
    }

    private static String table(ParamKind kind) {
        return switch (kind) {
            case TOKEN, URI -> "ix_token";
            case STRING -> "ix_string";
            case DATE -> "ix_date";
            case NUMBER, QUANTITY -> "ix_quantity";
            case REFERENCE -> "ix_reference";
            case COMPOSITE -> "ix_pair";
            case SPECIAL -> "ix_position";
        };
    }

    /** The row holds a value of this parameter. */
    static Sql paramIs(Context context, String alias, SearchParam param) {
        return paramIs(alias, context.stored(param));
    }

    static Sql paramIs(String alias, List<Integer> numbers) {
        return numbers.size() == 1
                ? new Sql(alias + ".param = ?", numbers.getFirst())
                : new Sql(alias + ".param = any(?)", SqlArray.ints(numbers));
    }

    private Condition ids(Clause.Ids clause) {
        return new Condition.Rows(
                "identity",
                alias -> new Sql(
                        alias + ".type = ? and " + alias + ".fid = any(?)",
                        context.type(type),
                        SqlArray.texts(clause.ids())),
                true);
    }

    private Condition updated(String literal) {
        Prefixed prefixed = Prefixed.parse(Values.unescape(literal));
        DateRange asked = DateRange.parse(prefixed.literal(), context.zone());
        DateRange range = prefixed.prefix() == Prefix.AP ? asked.around(context.now()) : asked;
        // An instant kept to the millisecond is as long as a millisecond.
        return new Condition.OnResource(alias ->
                DateConditions.range(prefixed.prefix(), range, alias + ".updated", "(" + alias + ".updated + 1000)"));
    }

    private Condition compartment(Clause.Compartment clause) {
        Place centre = context.places().get(clause.centre());
        if (centre == null) {
            return Condition.never();
        }
        var numbers = clause.params().stream()
                .flatMap(param -> context.stored(param).stream())
                .distinct()
                .toList();
        Function<String, Sql> where =
                alias -> new Sql(alias + ".target = ? and ", centre.rid()).add(paramIs(alias, numbers));
        return new Condition.Rows("ix_reference", where, numbers.size() == 1);
    }
}
