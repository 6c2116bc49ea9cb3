package org.parvis.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.web.Concepts;
import org.parvis.web.When;

/** What Appointments say of when a patient is expected, for what and by whom. */
final class AppointmentResources {

    private static final int MOST = 50;

    private AppointmentResources() {}

    /** @param untitled what one is called that does not say what it is for */
    static List<Fact> coming(StoreClient store, String patient, LocalDate today, String untitled) {
        return found(store, patient, untitled, "&date=ge%s&_sort=date".formatted(today));
    }

    static List<Fact> past(StoreClient store, String patient, LocalDate today, String untitled) {
        return found(store, patient, untitled, "&date=lt%s&_sort=-date".formatted(today));
    }

    private static List<Fact> found(StoreClient store, String patient, String untitled, String when) {
        var all = store.search(
                        "Appointment?patient=%s&status:not=cancelled&status:not=entered-in-error&status:not=noshow&_count=%d%s"
                                .formatted(patient, MOST, when))
                .matches();
        var sources = Sources.of(store, all);
        return all.stream().map(one -> fact(one, untitled, sources)).toList();
    }

    private static Fact fact(ObjectNode appointment, String untitled, Sources sources) {
        var words = Stream.of(
                        Optional.of(appointment.path("description").asText()).filter(text -> !text.isBlank()),
                        Concepts.words(appointment.path("appointmentType")),
                        Concepts.all(appointment.path("serviceType"))
                                .flatMap(type -> Concepts.words(type).stream())
                                .findFirst())
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(untitled);
        return new Fact(
                words,
                Optional.empty(),
                When.read(appointment.path("start").asText()),
                with(appointment.path("participant"), sources));
    }

    private static Optional<String> with(JsonNode participants, Sources sources) {
        return Concepts.all(participants)
                .map(participant -> participant.path("actor"))
                .filter(actor -> !actor.path("reference").asText().startsWith("Patient/"))
                .flatMap(actor -> sources.name(actor).stream())
                .findFirst();
    }
}
