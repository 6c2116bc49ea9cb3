package org.parvis.fhir.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parvis.fhir.index.Compartment;
import org.parvis.fhir.index.Indexed;
import org.parvis.fhir.index.ReferenceValue;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.index.StoredParam;

/**
 * Whom a resource is about. It stands under one patient when its subject is that patient and it names no other; when it
 * names several, or one in another role only, it stands under none and its patients are kept apart.
 */
final class Subjects {

    /** @param several the patients kept apart; empty when the resource is about nobody or exactly `patient` */
    record About(long patient, Set<Long> several) {

        /** All whom it is about. */
        Set<Long> all() {
            return patient == 0 ? several : Set.of(patient);
        }

        boolean shared() {
            return !several.isEmpty();
        }
    }

    private record Roles(Set<String> subject, Set<String> all) {}

    private final SearchParams params;
    private final Map<String, Roles> roles = new HashMap<>();

    Subjects(SearchParams params) {
        this.params = params;
    }

    About of(Place place, String type, List<Indexed> values, Map<ResourceKey, Place> targets) {
        if (type.equals("Patient")) {
            return new About(place.rid(), Set.of());
        }
        Roles known = roles(type);
        Set<Long> subjects = patients(values, known.subject(), targets);
        Set<Long> all = patients(values, known.all(), targets);
        if (all.size() == 1 && subjects.equals(all)) {
            return new About(all.iterator().next(), Set.of());
        }
        return new About(0, all);
    }

    private static Set<Long> patients(List<Indexed> values, Set<String> codes, Map<ResourceKey, Place> targets) {
        var patients = new HashSet<Long>();
        for (Indexed indexed : values) {
            if (indexed.value() instanceof ReferenceValue reference
                    && "Patient".equals(reference.type())
                    && reference.id() != null
                    && codes.contains(indexed.param().code())) {
                Place patient = targets.get(new ResourceKey("Patient", reference.id()));
                if (patient != null) {
                    patients.add(patient.rid());
                }
            }
        }
        return patients;
    }

    private synchronized Roles roles(String type) {
        return roles.computeIfAbsent(type, _ -> {
            Set<String> subject =
                    params.patientParam(type).map(Subjects::stored).orElse(Set.of());
            Set<String> all = params.compartment(Compartment.PATIENT, type).stream()
                    .flatMap(param -> stored(param).stream())
                    .collect(Collectors.toCollection(HashSet::new));
            all.addAll(subject);
            return new Roles(subject, all);
        });
    }

    private static Set<String> stored(SearchParam param) {
        return param.storedAs().stream().map(StoredParam::code).collect(Collectors.toSet());
    }
}
