package org.parvis.fhir.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.index.StoredParam;
import org.parvis.fhir.store.Place;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;

/**
 * The patients under whom the rows of a query can stand, as far as its clauses tell. Said on every table of the
 * statement, it turns a search within one patient into short index ranges.
 */
record Scope(Optional<List<Long>> patients) {

    static final Scope ANY = new Scope(Optional.empty());

    private static final Scope NOBODY = new Scope(Optional.of(List.of(0L)));

    static Scope of(Context context, Query query) {
        Optional<SearchParam> patient = context.params().patientParam(query.type());
        if (query.type().equals("Patient")) {
            return ANY;
        }
        if (patient.isEmpty()) {
            return NOBODY;
        }
        return query.clauses().stream()
                .flatMap(clause -> centres(context, patient.get(), clause).stream())
                .map(keys -> within(context, keys))
                .findFirst()
                .orElse(ANY);
    }

    /** The condition on the row called `alias`, beginning with `and`. */
    Sql and(String alias) {
        if (patients.isEmpty()) {
            return new Sql();
        }
        List<Long> rids = patients.get();
        return rids.size() == 1
                ? new Sql(" and " + alias + ".patient = ?", rids.getFirst())
                : new Sql(" and " + alias + ".patient = any(?)", SqlArray.longs(rids));
    }

    // A resource about these patients stands under one of them, or under nobody when it names several.
    private static Scope within(Context context, Collection<ResourceKey> keys) {
        var rids = new ArrayList<Long>();
        rids.add(0L);
        keys.stream()
                .flatMap(key -> Optional.ofNullable(context.places().get(key)).stream())
                .map(Place::rid)
                .forEach(rids::add);
        return new Scope(Optional.of(rids));
    }

    private static Optional<List<ResourceKey>> centres(Context context, SearchParam patient, Clause clause) {
        return switch (clause) {
            case Clause.Compartment(ResourceKey centre, List<SearchParam> _)
            when centre.type().equals("Patient") -> Optional.of(List.of(centre));
            case Clause.Value value
            when value.modifier() == Modifier.NONE && namesSubject(patient, value.param()) -> {
                var keys = value.alternatives().stream()
                        .map(Values::unescape)
                        .flatMap(written ->
                                ReferenceConditions.keys(context.base(), value.param(), value.targetType(), written)
                                        .stream())
                        .toList();
                boolean onlyPatients = keys.size() >= value.alternatives().size()
                        && keys.stream().allMatch(key -> key.type().equals("Patient"));
                yield onlyPatients ? Optional.of(keys) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static boolean namesSubject(SearchParam patient, SearchParam param) {
        return codes(param).equals(codes(patient));
    }

    private static List<String> codes(SearchParam param) {
        return param.storedAs().stream().map(StoredParam::code).toList();
    }
}
