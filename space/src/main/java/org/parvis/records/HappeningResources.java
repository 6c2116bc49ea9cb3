package org.parvis.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.web.Concepts;
import org.parvis.web.When;

/** What resources say happened to a patient, the latest first. */
final class HappeningResources {

    /** What never happened, and documents whose later version is told instead. */
    private static final Set<String> UNTOLD = Set.of("entered-in-error", "superseded");

    /** One thing that happened, before it is put into words. */
    record Told(Chapter chapter, When when, Optional<String> title, Optional<String> detail, Optional<String> source) {}

    private HappeningResources() {}

    /**
     * At most this many of one chapter.
     *
     * @param before only what was before this day, as FHIR writes it; empty for all
     */
    static List<Told> latest(StoreClient store, String patient, Chapter chapter, String before, int most) {
        var until = before.isEmpty() ? "" : "&%s=lt%s".formatted(chapter.dated(), before);
        var found = store.search("%s?patient=%s&_sort=-%s&_count=%d%s"
                        .formatted(chapter.type(), patient, chapter.dated(), most, until))
                .matches();
        var sources = Sources.of(store, found);
        return found.stream()
                .filter(resource -> !UNTOLD.contains(resource.path("status").asText()))
                .flatMap(resource -> told(chapter, resource, sources).stream())
                .sorted(Comparator.comparing(Told::when).reversed())
                .toList();
    }

    private static Optional<Told> told(Chapter chapter, ObjectNode resource, Sources sources) {
        return when(chapter, resource)
                .map(when -> new Told(
                        chapter,
                        when,
                        title(chapter, resource, sources),
                        detail(chapter, resource),
                        sources.of(resource)));
    }

    private static Optional<When> when(Chapter chapter, ObjectNode resource) {
        return switch (chapter) {
            case ENCOUNTER -> When.read(resource.path("period").path("start").asText());
            case DOCUMENT -> When.read(resource.path("date").asText());
            case PRESCRIPTION -> When.read(resource.path("authoredOn").asText());
            case REPORT -> first(resource, "effectiveDateTime", "effectivePeriod");
            case PROCEDURE -> first(resource, "performedDateTime", "performedPeriod");
            case IMMUNIZATION -> When.read(resource.path("occurrenceDateTime").asText());
        };
    }

    private static Optional<When> first(ObjectNode resource, String moment, String period) {
        return When.read(resource.path(moment).asText())
                .or(() -> When.read(resource.path(period).path("start").asText()));
    }

    private static Optional<String> title(Chapter chapter, ObjectNode resource, Sources sources) {
        return switch (chapter) {
            case ENCOUNTER -> Concepts.words(resource.path("type").path(0));
            case DOCUMENT -> DocumentResources.title(resource);
            case PRESCRIPTION ->
                Concepts.words(resource.path("medicationCodeableConcept"))
                        .or(() -> sources.name(resource.path("medicationReference")));
            case IMMUNIZATION -> Concepts.words(resource.path("vaccineCode"));
            case REPORT, PROCEDURE -> Concepts.words(resource.path("code"));
        };
    }

    private static Optional<String> detail(Chapter chapter, ObjectNode resource) {
        return switch (chapter) {
            case ENCOUNTER, PROCEDURE ->
                Concepts.all(resource.path("reasonCode"))
                        .flatMap(reason -> Concepts.words(reason).stream())
                        .findFirst();
            case DOCUMENT -> text(resource.path("description"));
            case REPORT -> text(resource.path("conclusion"));
            case PRESCRIPTION ->
                Stream.of(resource.path("dosageInstruction").path(0).path("text"))
                        .flatMap(node -> text(node).stream())
                        .findFirst();
            case IMMUNIZATION -> text(resource.path("lotNumber"));
        };
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText()).filter(text -> !text.isBlank());
    }
}
