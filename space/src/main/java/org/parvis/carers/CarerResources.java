package org.parvis.carers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.parvis.carers.Carer.State;
import org.parvis.fhir.access.AccessCodes;
import org.parvis.web.When;

/** A carer as a RelatedPerson (FR Core 2.2.0), what is opened to them as a Consent, and back. */
final class CarerResources {

    private static final String ROLES =
            "https://mos.esante.gouv.fr/NOS/TRE_R260-HL7RoleClass/FHIR/TRE-R260-HL7RoleClass";
    private static final String SCOPES = "http://terminology.hl7.org/CodeSystem/consentscope";
    private static final String POLICIES = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String PARTS = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private static final String TYPES = "http://hl7.org/fhir/resource-types";

    private CarerResources() {}

    static String query(String patient) {
        return "Consent?patient=%s&category=%s%%7C%s&_sort=-date&_count=100"
                .formatted(patient, AccessCodes.SYSTEM, AccessCodes.DELEGATION);
    }

    static ObjectNode person(String patient, CarerForm form, UUID identifier) {
        var person = JsonNodeFactory.instance.objectNode().put("resourceType", "RelatedPerson");
        person.putArray("identifier")
                .addObject()
                .put("system", "urn:ietf:rfc:3986")
                .put("value", "urn:uuid:" + identifier);
        person.put("active", true);
        person.putObject("patient").put("reference", "Patient/" + patient);
        var relationship = person.putArray("relationship");
        coding(relationship.addObject(), ROLES, "CAREGIVER").put("display", "Aidant");
        if (!form.link().isEmpty()) {
            relationship.addObject().put("text", form.link());
        }
        var name = person.putArray("name").addObject().put("family", form.family());
        name.putArray("given").add(form.given());
        person.putArray("telecom").addObject().put("system", "email").put("value", form.mail());
        return person;
    }

    static ObjectNode delegation(
            String patient, String person, String name, Share share, LocalDate until, Instant now) {
        var consent = JsonNodeFactory.instance.objectNode();
        consent.put("resourceType", "Consent").put("status", "active");
        coding(consent.putObject("scope"), SCOPES, "patient-privacy");
        coding(consent.putArray("category").addObject(), AccessCodes.SYSTEM, AccessCodes.DELEGATION);
        consent.putObject("patient").put("reference", "Patient/" + patient);
        consent.put("dateTime", now.truncatedTo(ChronoUnit.SECONDS).toString());
        coding(consent.putObject("policyRule"), POLICIES, "OPTIN");
        var provision = consent.putObject("provision").put("type", "permit");
        provision
                .putObject("period")
                .put("start", When.at(now).day().toString())
                .put("end", until.toString());
        var actor = provision.putArray("actor").addObject();
        coding(actor.putObject("role"), PARTS, "IRCP");
        actor.putObject("reference").put("reference", person).put("display", name);
        share.types().stream()
                .sorted()
                .forEach(type -> provision
                        .withArrayProperty("class")
                        .addObject()
                        .put("system", TYPES)
                        .put("code", type));
        return consent;
    }

    static ObjectNode renewed(ObjectNode delegation, LocalDate until) {
        delegation.withObjectProperty("provision").withObjectProperty("period").put("end", until.toString());
        return delegation;
    }

    static ObjectNode revoked(ObjectNode delegation) {
        return delegation.put("status", "inactive");
    }

    /** @param known RelatedPersons who have come in */
    static Carer carer(ObjectNode delegation, Optional<ObjectNode> person, Set<String> known, LocalDate today) {
        var provision = delegation.path("provision");
        var reference = provision.path("actor").path(0).path("reference");
        var until = When.read(provision.path("period").path("end").asText());
        Set<String> types = all(provision.path("class"))
                .map(type -> type.path("code").asText())
                .collect(Collectors.toSet());
        return new Carer(
                delegation.path("id").asText(),
                person(delegation),
                reference.path("display").asText(),
                person.flatMap(CarerResources::link),
                Share.of(types),
                until,
                state(delegation, until, known, today));
    }

    /** The RelatedPerson to whom it opens something. */
    static String person(ObjectNode delegation) {
        return delegation
                .path("provision")
                .path("actor")
                .path(0)
                .path("reference")
                .path("reference")
                .asText();
    }

    private static State state(ObjectNode delegation, Optional<When> until, Set<String> known, LocalDate today) {
        if (!delegation.path("status").asText().equals("active")) {
            return State.REVOKED;
        }
        if (until.filter(end -> end.day().isBefore(today)).isPresent()) {
            return State.OVER;
        }
        return known.contains(person(delegation)) ? State.ACTIVE : State.INVITED;
    }

    private static Optional<String> link(ObjectNode person) {
        return all(person.path("relationship"))
                .filter(concept -> !concept.has("coding"))
                .map(concept -> concept.path("text").asText())
                .findFirst();
    }

    private static ObjectNode coding(ObjectNode concept, String system, String code) {
        return concept.putArray("coding").addObject().put("system", system).put("code", code);
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
