package org.parvis.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.portal.CitizenHome.Line;
import org.parvis.web.When;

/** What a patient's own resources put on their home page. */
final class CitizenHomeResources {

    private static final int SHOWN = 5;

    private CitizenHomeResources() {}

    static List<Line> documents(StoreClient store, String patient) {
        return lines(
                store,
                "DocumentReference?patient=%s&status=current&_sort=-date&_count=%d".formatted(patient, SHOWN),
                document -> first(
                        document.path("content").path(0).path("attachment").path("title"),
                        document.path("description"),
                        document.path("type").path("text"),
                        document.path("type").path("coding").path(0).path("display")),
                document -> document.path("date"));
    }

    static List<Line> appointments(StoreClient store, String patient, LocalDate today) {
        return lines(
                store,
                "Appointment?patient=%s&date=ge%s&status=booked,pending,arrived&_sort=date&_count=%d"
                        .formatted(patient, today, SHOWN),
                appointment -> first(
                        appointment.path("description"),
                        appointment.path("appointmentType").path("text"),
                        appointment.path("serviceType").path(0).path("text"),
                        appointment
                                .path("serviceType")
                                .path(0)
                                .path("coding")
                                .path(0)
                                .path("display")),
                appointment -> appointment.path("start"));
    }

    static List<Line> consents(StoreClient store, String patient) {
        return lines(
                store,
                "Consent?patient=%s&status=active&_sort=-date&_count=%d".formatted(patient, SHOWN),
                consent -> first(
                        consent.path("category").path(0).path("text"),
                        consent.path("category").path(0).path("coding").path(0).path("display"),
                        consent.path("scope").path("text"),
                        consent.path("scope").path("coding").path(0).path("display")),
                consent -> consent.path("dateTime"));
    }

    static List<String> carers(StoreClient store, String patient) {
        return store
                .search("RelatedPerson?patient=%s&active:not=false&_count=%d".formatted(patient, SHOWN))
                .matches()
                .stream()
                .map(person -> person.path("name").path(0))
                .map(name -> StreamSupport.stream(name.path("given").spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(" "))
                        + " " + name.path("family").asText(name.path("text").asText()))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The others whose records are open to this person. */
    static List<String> helped(StoreClient store, Optional<String> self) {
        return store.search("Patient?_sort=family&_count=%d".formatted(SHOWN + 1)).matches().stream()
                .map(patient -> patient.path("id").asText())
                .filter(id -> self.filter(id::equals).isEmpty())
                .toList();
    }

    private static List<Line> lines(
            StoreClient store,
            String search,
            Function<ObjectNode, Optional<String>> words,
            Function<ObjectNode, JsonNode> when) {
        return store.search(search).matches().stream()
                .flatMap(resource ->
                        words
                                .apply(resource)
                                .map(said -> new Line(
                                        said, When.read(when.apply(resource).asText())))
                                .stream())
                .toList();
    }

    private static Optional<String> first(JsonNode... texts) {
        return Stream.of(texts)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .findFirst();
    }
}
