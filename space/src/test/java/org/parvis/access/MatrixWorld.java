package org.parvis.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parvis.fhir.access.AccessRule;
import org.parvis.fhir.access.AccessRules;
import org.parvis.fhir.access.Deciding;
import org.parvis.fhir.access.Decision;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.access.Rights;
import org.parvis.fhir.access.Sought;

/** The resources of the matrix, and what the decision says of each. */
final class MatrixWorld {

    private static final AccessRules READER = new AccessRules(ZoneId.of("Europe/Paris"));

    private final Instant now = Instant.now();
    private final Policies policies = new Policies();
    private final Map<String, Sought> sought = new TreeMap<>();
    private final Map<String, List<AccessRule>> rules = new HashMap<>();
    private final List<List<ObjectNode>> patients = new ArrayList<>();

    MatrixWorld() {
        var data = new MatrixData(now);
        for (String relation : data.relations().keySet()) {
            for (String will : data.wills().keySet()) {
                List<ObjectNode> resources = data.patient(relation, will);
                patients.add(resources);
                resources.forEach(this::remember);
            }
        }
    }

    /** The resources of each patient, in an order in which each refers to earlier ones. */
    List<List<ObjectNode>> patients() {
        return patients;
    }

    Set<String> references() {
        return sought.keySet();
    }

    Set<String> types() {
        return sought.values().stream().map(Sought::type).collect(Collectors.toSet());
    }

    /** The patient whom a resource is about. */
    String patientOf(String reference) {
        return sought(reference).patients().iterator().next();
    }

    Policies policies() {
        return policies;
    }

    /** The rights of one of this family: of the matrix's professional, or of all its patients and relatives. */
    Rights rights(String family, Purpose purpose) {
        var holders = switch (family) {
            case "patient" -> allOf("Patient");
            case "guardian", "carer" -> allOf("RelatedPerson");
            case "hospital-system" -> Set.of("Organization/matrix-chu");
            default -> Set.of("Practitioner/matrix-doc", "PractitionerRole/matrix-role", "Organization/matrix-chu");
        };
        return policies.of(family).orElseThrow().rights(holders, Set.of("matrix-chu"), purpose);
    }

    Decision decide(Rights rights, String reference) {
        List<AccessRule> about = rules.getOrDefault(patientOf(reference), List.of());
        return new Deciding(rights, about, now.toEpochMilli() * 1000).on(sought(reference));
    }

    static String reference(JsonNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }

    private Sought sought(String reference) {
        return Optional.ofNullable(sought.get(reference)).orElseThrow();
    }

    private Set<String> allOf(String type) {
        return references().stream().filter(key -> key.startsWith(type + "/")).collect(Collectors.toSet());
    }

    private void remember(ObjectNode resource) {
        String patient = resource.findValues("reference").stream()
                .map(JsonNode::asText)
                .filter(reference -> reference.startsWith("Patient/"))
                .findFirst()
                .orElseGet(() -> reference(resource));
        String type = resource.path("resourceType").asText();
        sought.put(
                reference(resource),
                new Sought(reference(resource), type, Set.of(patient), Optional.empty(), labels(resource)));
        rules.computeIfAbsent(patient, _ -> new ArrayList<>()).addAll(READER.of(reference(resource), resource));
    }

    private static Set<String> labels(ObjectNode resource) {
        var labels = new HashSet<String>();
        resource.path("meta").path("security").forEach(label -> labels.add(text(label)));
        resource.path("securityLabel")
                .forEach(concept -> concept.path("coding").forEach(label -> labels.add(text(label))));
        return labels;
    }

    private static String text(JsonNode label) {
        return label.path("system").asText() + "|" + label.path("code").asText();
    }
}
