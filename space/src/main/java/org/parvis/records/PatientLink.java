package org.parvis.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.web.PatientBanner;

/**
 * A patient in one line, leading to their record.
 *
 * @param born in figures
 */
public record PatientLink(String address, String name, Optional<String> born) {

    /** Those of these patients that the caller may see, in the same order. */
    public static List<PatientLink> of(StoreClient store, Collection<String> patients) {
        if (patients.isEmpty()) {
            return List.of();
        }
        Map<String, ObjectNode> found = store
                .search("Patient?_id=%s&_count=%d".formatted(String.join(",", patients), patients.size()))
                .matches()
                .stream()
                .collect(Collectors.toMap(patient -> patient.path("id").asText(), Function.identity()));
        return patients.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .map(patient -> link(IdentityResources.banner(patient, List.of())))
                .toList();
    }

    /** The Patient, such as `Patient/12`. */
    public String reference() {
        return "Patient/" + address.substring(RecordSheet.address("").length());
    }

    private static PatientLink link(PatientBanner patient) {
        return new PatientLink(
                patient.address(),
                patient.birthName() + " " + patient.firstNames(),
                patient.birth().map(birth -> birth.date().figures()));
    }
}
