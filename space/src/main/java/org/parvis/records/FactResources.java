package org.parvis.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.web.Concepts;
import org.parvis.web.When;

/** What AllergyIntolerance, Condition, MedicationStatement and MedicationRequest say is so now. */
final class FactResources {

    private static final int MOST = 100;

    /** The latest first, what has no date last. */
    private static final Comparator<Fact> LATEST =
            Comparator.comparing(fact -> fact.when().orElse(null), Comparator.nullsLast(Comparator.reverseOrder()));

    private FactResources() {}

    /** The allergies that are not over or wrong. */
    static List<ObjectNode> allergies(StoreClient store, String patient) {
        return store.search(("AllergyIntolerance?patient=%s&clinical-status:not=resolved,inactive"
                                + "&verification-status:not=entered-in-error,refuted&_count=%d")
                        .formatted(patient, MOST))
                .matches();
    }

    /** The problems that are not over or wrong. */
    static List<ObjectNode> problems(StoreClient store, String patient) {
        return store.search(("Condition?patient=%s&clinical-status:not=resolved,inactive,remission"
                                + "&verification-status:not=entered-in-error,refuted&_count=%d")
                        .formatted(patient, MOST))
                .matches();
    }

    /** What is taken now, and what is prescribed. */
    static List<ObjectNode> treatments(StoreClient store, String patient) {
        return Stream.of("MedicationStatement", "MedicationRequest")
                .flatMap(
                        type -> store
                                .search("%s?patient=%s&status=active&_count=%d".formatted(type, patient, MOST))
                                .matches()
                                .stream())
                .toList();
    }

    static List<Fact> ofAllergies(List<ObjectNode> allergies, Sources sources) {
        return facts(allergies, sources, FactResources::code, FactResources::reaction);
    }

    static List<Fact> ofProblems(List<ObjectNode> problems, Sources sources) {
        return facts(problems, sources, FactResources::code, problem -> Concepts.words(problem.path("severity")));
    }

    static List<Fact> ofTreatments(List<ObjectNode> treatments, Sources sources) {
        return facts(treatments, sources, resource -> medication(resource, sources), FactResources::dose);
    }

    static Optional<String> code(ObjectNode resource) {
        return Concepts.words(resource.path("code"));
    }

    private static List<Fact> facts(
            List<ObjectNode> resources,
            Sources sources,
            Function<ObjectNode, Optional<String>> words,
            Function<ObjectNode, Optional<String>> detail) {
        var facts = new ArrayList<Fact>();
        for (var resource : resources) {
            words.apply(resource)
                    .ifPresent(said ->
                            facts.add(new Fact(said, detail.apply(resource), when(resource), sources.of(resource))));
        }
        return facts.stream().sorted(LATEST).toList();
    }

    private static Optional<When> when(ObjectNode resource) {
        return Stream.of("onsetDateTime", "effectiveDateTime", "authoredOn", "recordedDate", "dateAsserted")
                .map(element -> resource.path(element).asText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .or(() -> Stream.of("onsetPeriod", "effectivePeriod")
                        .map(element -> resource.path(element).path("start").asText())
                        .filter(text -> !text.isEmpty())
                        .findFirst())
                .flatMap(When::read);
    }

    private static Optional<String> reaction(ObjectNode allergy) {
        return Optional.of(Concepts.all(allergy.path("reaction"))
                        .flatMap(reaction -> Concepts.all(reaction.path("manifestation")))
                        .flatMap(manifestation -> Concepts.words(manifestation).stream())
                        .distinct()
                        .collect(Collectors.joining(", ")))
                .filter(words -> !words.isEmpty());
    }

    private static Optional<String> medication(ObjectNode resource, Sources sources) {
        return Concepts.words(resource.path("medicationCodeableConcept"))
                .or(() -> sources.name(resource.path("medicationReference")));
    }

    private static Optional<String> dose(ObjectNode resource) {
        JsonNode dosage = resource.has("dosage") ? resource.path("dosage") : resource.path("dosageInstruction");
        return Optional.of(Concepts.all(dosage)
                        .map(one -> one.path("text").asText())
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(" ; ")))
                .filter(text -> !text.isEmpty());
    }
}
