package org.parvis.wishes;

import static org.parvis.wishes.NotedResources.code;
import static org.parvis.wishes.NotedResources.extend;
import static org.parvis.wishes.NotedResources.extension;
import static org.parvis.wishes.NotedResources.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.parvis.web.When;
import org.parvis.wishes.Noted.State;

/** A trusted person as a RelatedPerson of FR Core 2.2.0, and back. */
final class TrustedPersonResources {

    private static final String ROLES =
            "https://mos.esante.gouv.fr/NOS/TRE_R260-HL7RoleClass/FHIR/TRE-R260-HL7RoleClass";
    private static final String TRUSTED = "QUAL";

    // TRE_R260 has two codes with these words, FR Core's own list a third one: each is read, the first one written.
    private static final List<String> READ = List.of(TRUSTED, "NOK", "K");

    private static final String AGREED = "urn:parvis:wishes:agreed";

    private TrustedPersonResources() {}

    /** All whom this patient ever trusted so. */
    static String query(String patient) {
        return "RelatedPerson?patient=%s&relationship=%s&_count=100".formatted(patient, String.join(",", READ));
    }

    static ObjectNode of(String patient, PersonForm form, UUID identifier, Instant now) {
        var person = resource("RelatedPerson");
        extend(person, AGREED).put("valueBoolean", form.agreed());
        person.putArray("identifier")
                .addObject()
                .put("system", "urn:ietf:rfc:3986")
                .put("value", "urn:uuid:" + identifier);
        person.put("active", true);
        person.putObject("patient").put("reference", "Patient/" + patient);
        var relationship = person.putArray("relationship");
        code(relationship.addObject(), ROLES, TRUSTED, "Personne de confiance");
        if (!form.link().isEmpty()) {
            relationship.addObject().put("text", form.link());
        }
        var name = person.putArray("name").addObject().put("family", form.family());
        name.putArray("given").add(form.given());
        if (!form.phone().isEmpty()) {
            person.putArray("telecom").addObject().put("system", "phone").put("value", form.phone());
        }
        person.putObject("period").put("start", day(now));
        return person;
    }

    static void turn(ObjectNode person, State state, Instant now) {
        var period = person.put("active", state == State.VALID).withObjectProperty("period");
        if (state == State.VALID) {
            period.remove("end");
        } else {
            period.put("end", day(now));
        }
    }

    static TrustedPerson person(ObjectNode person) {
        return new TrustedPerson(
                NotedResources.noted(person, person.path("period").path("start"), state(person)),
                name(person.path("name").path(0)),
                all(person.path("relationship"))
                        .filter(concept -> !concept.has("coding"))
                        .map(concept -> concept.path("text").asText())
                        .findFirst(),
                all(person.path("telecom"))
                        .filter(telecom -> telecom.path("system").asText().equals("phone"))
                        .map(telecom -> telecom.path("value").asText())
                        .findFirst(),
                extension(person, AGREED)
                        .map(value -> value.path("valueBoolean").asBoolean())
                        .orElse(false));
    }

    private static State state(ObjectNode person) {
        boolean over =
                !person.path("active").asBoolean(true) || person.path("period").has("end");
        return over ? State.WITHDRAWN : State.VALID;
    }

    private static String name(JsonNode name) {
        var parts = Stream.concat(
                all(name.path("given")).map(JsonNode::asText),
                Stream.of(name.path("family").asText()));
        return Optional.of(parts.filter(part -> !part.isBlank()).collect(Collectors.joining(" ")))
                .filter(whole -> !whole.isEmpty())
                .orElseGet(() -> name.path("text").asText());
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String day(Instant now) {
        return When.at(now).day().toString();
    }
}
