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
import org.parvis.web.When;

/** What AllergyIntolerance, Condition, MedicationStatement and MedicationRequest say is so now. */
final class FactResources {

    private static final int MOST = 100;

    /** The latest first, what has no date last. */
    private static final Comparator<Fact> LATEST =
            Comparator.comparing(fact -> fact.when().orElse(null), Comparator.nullsLast(Comparator.reverseOrder()));

    private FactResources() {}

    static List<Fact> allergies(StoreClient store, String patient) {
        var found =
                store.search(("AllergyIntolerance?patient=%s&clinical-status:not=resolved&clinical-status:not=inactive"
                                + "&verification-status:not=entered-in-error&verification-status:not=refuted&_count=%d")
                        .formatted(patient, MOST));
        return facts(
                store, found.matches(), resource -> Concepts.words(resource.path("code")), FactResources::reaction);
    }

    static List<Fact> problems(StoreClient store, String patient) {
        var found = store.search(("Condition?patient=%s&clinical-status:not=resolved&clinical-status:not=inactive"
                        + "&clinical-status:not=remission&verification-status:not=entered-in-error"
                        + "&verification-status:not=refuted&_count=%d")
                .formatted(patient, MOST));
        return facts(
                store,
                found.matches(),
                resource -> Concepts.words(resource.path("code")),
                resource -> Concepts.words(resource.path("severity")));
    }

    static List<Fact> treatments(StoreClient store, String patient) {
        var taken = store.search("MedicationStatement?patient=%s&status=active&_count=%d".formatted(patient, MOST));
        var prescribed = store.search("MedicationRequest?patient=%s&status=active&_count=%d".formatted(patient, MOST));
        var all = Stream.concat(taken.matches().stream(), prescribed.matches().stream())
                .toList();
        var sources = Sources.of(store, all);
        return facts(all, sources, resource -> medication(resource, sources), FactResources::dose);
    }

    private static List<Fact> facts(
            StoreClient store,
            List<ObjectNode> resources,
            Function<ObjectNode, Optional<String>> words,
            Function<ObjectNode, Optional<String>> detail) {
        return facts(resources, Sources.of(store, resources), words, detail);
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
