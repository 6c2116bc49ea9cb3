package org.parvis.fhir.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.index.StoredParam;
import org.parvis.fhir.store.Place;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;

/**
 * The patients under whom the rows of a query can stand, as far as its clauses tell. Said on every table of the
 * statement, it turns a search within one patient into short index ranges.
 *
 * @param told the clause that asks for nothing but these patients: whatever stands under them satisfies it
 */
record Scope(Optional<List<Long>> patients, Optional<Clause> told) {

    static final Scope ANY = new Scope(Optional.empty(), Optional.empty());

    private static final Scope NOBODY = new Scope(Optional.of(List.of(0L)), Optional.empty());

    static Scope of(Context context, String type, List<Clause> clauses) {
        Optional<SearchParam> patient = context.params().patientParam(type);
        if (type.equals("Patient")) {
            return ANY;
        }
        if (patient.isEmpty()) {
            return NOBODY;
        }
        for (Clause clause : clauses) {
            Optional<Scope> narrow = narrow(context, patient.get(), clause);
            if (narrow.isPresent()) {
                return narrow.get();
            }
        }
        return ANY;
    }

    boolean tells(Clause clause) {
        return told.filter(clause::equals).isPresent();
    }

    /** Whether it leaves only the rows of some patients. */
    boolean isNarrow() {
        return patients.isPresent() && !equals(NOBODY);
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

    private static Optional<Scope> narrow(Context context, SearchParam patient, Clause clause) {
        if (clause instanceof Clause.Targets targets) {
            return targets.arePatients() && namesSubject(patient, targets.reference())
                    ? Optional.of(within(targets.rids(), targets.areShared(), clause))
                    : Optional.empty();
        }
        return centres(context, patient, clause).map(keys -> {
            var rids = keys.stream()
                    .flatMap(key -> Optional.ofNullable(context.places().get(key)).stream())
                    .map(Place::rid)
                    .toList();
            boolean asksNothingElse = !(clause instanceof Clause.Compartment compartment)
                    || compartment.params().contains(patient);
            boolean areShared = keys.stream().anyMatch(context.shared()::contains);
            return within(rids, areShared, asksNothingElse ? clause : null);
        });
    }

    // A resource about these patients stands under one of them, or under nobody when it names several.
    private static Scope within(Collection<Long> patients, boolean areShared, @Nullable Clause told) {
        var rids = new ArrayList<>(patients);
        if (areShared) {
            rids.addFirst(0L);
        }
        return new Scope(Optional.of(rids), areShared ? Optional.empty() : Optional.ofNullable(told));
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
