package org.parvis.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.web.Concepts;
import org.parvis.web.HumanNames;

/** Who says what: the names behind the references of some resources, asked of the store once for all of them. */
final class Sources {

    /** Where resources say who says so, the most direct first. */
    private static final List<String> SAYERS = List.of(
            "performer",
            "recorder",
            "asserter",
            "informationSource",
            "author",
            "requester",
            "serviceProvider",
            "custodian",
            "managingOrganization",
            "encounter");

    private static final Set<String> NAMED = Set.of(
            "CareTeam",
            "Device",
            "Encounter",
            "HealthcareService",
            "Location",
            "Medication",
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "RelatedPerson");

    /** An encounter leads to its establishment, a role to its professional: no further. */
    private static final int STEPS = 2;

    private static final int ASKED_AT_ONCE = 50;

    private final Map<String, ObjectNode> known = new HashMap<>();

    private Sources() {}

    static Sources of(StoreClient store, Collection<ObjectNode> resources) {
        var sources = new Sources();
        Collection<ObjectNode> step = resources;
        for (int i = 0; i < STEPS && !step.isEmpty(); i++) {
            step = sources.learn(store, step);
        }
        return sources;
    }

    /** Who says what this resource says, as it is shown. */
    Optional<String> of(ObjectNode resource) {
        return SAYERS.stream()
                .flatMap(element -> references(resource.path(element)))
                .flatMap(reference -> name(reference).stream())
                .findFirst();
    }

    /** The name behind this reference. */
    Optional<String> name(JsonNode reference) {
        return Stream.of(reference.path("display").asText())
                .filter(display -> !display.isBlank())
                .findFirst()
                .or(() -> Optional.ofNullable(
                                known.get(reference.path("reference").asText()))
                        .flatMap(this::nameOf));
    }

    private Optional<String> nameOf(ObjectNode resource) {
        return switch (resource.path("resourceType").asText()) {
            case "Practitioner", "RelatedPerson" ->
                HumanNames.shown(resource.path("name").path(0));
            case "PractitionerRole" ->
                name(resource.path("practitioner")).or(() -> name(resource.path("organization")));
            case "Encounter" -> name(resource.path("serviceProvider"));
            case "Medication" -> Concepts.words(resource.path("code"));
            case "Device" -> text(resource.path("deviceName").path(0).path("name"));
            default -> text(resource.path("name"));
        };
    }

    private List<ObjectNode> learn(StoreClient store, Collection<ObjectNode> resources) {
        var learnt = new ArrayList<ObjectNode>();
        unknown(resources).forEach((type, ids) -> {
            var all = List.copyOf(ids);
            for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
                var some = all.subList(from, Math.min(all.size(), from + ASKED_AT_ONCE));
                learnt.addAll(store.search("%s?_id=%s&_count=%d".formatted(type, String.join(",", some), some.size()))
                        .matches());
            }
        });
        learnt.forEach(resource -> known.put(
                resource.path("resourceType").asText() + "/"
                        + resource.path("id").asText(),
                resource));
        return learnt;
    }

    private Map<String, Set<String>> unknown(Collection<ObjectNode> resources) {
        return resources.stream()
                .flatMap(Sources::mentions)
                .filter(reference -> !reference.has("display"))
                .map(reference -> reference.path("reference").asText())
                .filter(address -> !known.containsKey(address))
                .map(address -> address.split("/", -1))
                .filter(parts -> parts.length == 2 && NAMED.contains(parts[0]))
                .collect(Collectors.groupingBy(
                        parts -> parts[0],
                        Collectors.mapping(parts -> parts[1], Collectors.toCollection(HashSet::new))));
    }

    // Of those who say it the most direct is enough, and of an encounter its establishment.
    private static Stream<JsonNode> mentions(ObjectNode resource) {
        var sayer = SAYERS.stream().filter(resource::has).limit(1);
        var others = resource.path("resourceType").asText().equals("Encounter")
                ? Stream.<String>empty()
                : Stream.of(
                        "practitioner", "organization", "medicationReference", "participant", "generalPractitioner");
        return Stream.concat(sayer, others).flatMap(element -> references(resource.path(element)));
    }

    private static Stream<JsonNode> references(JsonNode element) {
        var each = element.isArray() ? Concepts.all(element) : Stream.of(element);
        return each.map(one -> Stream.of("actor", "member", "individual", "onBehalfOf")
                        .map(one::path)
                        .filter(JsonNode::isObject)
                        .findFirst()
                        .orElse(one))
                .filter(JsonNode::isObject);
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText()).filter(text -> !text.isBlank());
    }
}
