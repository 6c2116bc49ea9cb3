package org.parvis.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.parvis.fhir.access.AccessCodes;
import org.parvis.sharing.Choice.Kind;
import org.parvis.web.When;

/** Choices as Consents (R4 consent.html), and back. */
final class ChoiceResources {

    private static final String SCOPES = "http://terminology.hl7.org/CodeSystem/consentscope";
    private static final String POLICIES = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String ROLES = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";

    private static final String SCRIBE = "urn:parvis:sharing:noted-by";

    private ChoiceResources() {}

    /** To share with whoever treats them, or with nobody. */
    static ObjectNode general(String patient, boolean agrees, Instant now) {
        var consent = consent(patient, agrees ? "OPTIN" : "OPTOUT", now);
        consent.putObject("provision").put("type", agrees ? "permit" : "deny");
        return consent;
    }

    /** Not to share with this person or structure. */
    static ObjectNode against(String patient, String reference, String name, Instant now) {
        var consent = consent(patient, "OPTOUT", now);
        var actor = consent.putObject("provision")
                .put("type", "deny")
                .putArray("actor")
                .addObject();
        actor.putObject("role")
                .putArray("coding")
                .addObject()
                .put("system", ROLES)
                .put("code", "IRCP");
        actor.putObject("reference").put("reference", reference).put("display", name);
        return consent;
    }

    /** Not to show this document. */
    static ObjectNode hiding(String patient, String document, String title, Instant now) {
        var consent = consent(patient, "OPTOUT", now);
        var data = consent.putObject("provision")
                .put("type", "deny")
                .putArray("data")
                .addObject();
        data.put("meaning", "instance");
        data.putObject("reference").put("reference", document).put("display", title);
        return consent;
    }

    /** The same choice, as this professional notes it in the patient's place. */
    static ObjectNode notedBy(ObjectNode consent, String person, String name) {
        consent.putArray("extension")
                .addObject()
                .put("url", SCRIBE)
                .putObject("valueReference")
                .put("reference", person)
                .put("display", name);
        return consent;
    }

    private static ObjectNode consent(String patient, String policy, Instant now) {
        var consent = JsonNodeFactory.instance.objectNode();
        consent.put("resourceType", "Consent").put("status", "active");
        coding(consent.putObject("scope"), SCOPES, "patient-privacy");
        coding(consent.putArray("category").addObject(), AccessCodes.SYSTEM, AccessCodes.SHARING);
        consent.putObject("patient").put("reference", "Patient/" + patient);
        consent.put("dateTime", now.truncatedTo(ChronoUnit.SECONDS).toString());
        coding(consent.putObject("policyRule"), POLICIES, policy);
        return consent;
    }

    private static void coding(ObjectNode concept, String system, String code) {
        concept.putArray("coding").addObject().put("system", system).put("code", code);
    }

    /** The same Consent, which holds no longer. */
    static ObjectNode withdrawn(ObjectNode consent) {
        return consent.deepCopy().put("status", "inactive");
    }

    /** The choice that this Consent is; empty when it says what these pages do not. */
    static Optional<Choice> choice(ObjectNode consent) {
        var provision = consent.path("provision");
        var kind = kind(provision);
        return When.read(consent.path("dateTime").asText())
                .flatMap(since -> kind.map(known -> new Choice(
                        consent.path("id").asText(),
                        consent.path("meta").path("versionId").asText(),
                        known,
                        about(provision),
                        since,
                        scribe(consent),
                        consent.path("status").asText().equals("active"))));
    }

    private static Optional<String> scribe(ObjectNode consent) {
        return StreamSupport.stream(consent.path("extension").spliterator(), false)
                .filter(extension -> extension.path("url").asText().equals(SCRIBE))
                .map(extension ->
                        extension.path("valueReference").path("display").asText())
                .findFirst();
    }

    private static Optional<Kind> kind(JsonNode provision) {
        boolean denies = provision.path("type").asText().equals("deny");
        if (provision.has("actor") || provision.has("data")) {
            return denies
                    ? Optional.of(provision.has("actor") ? Kind.REFUSES_SOMEBODY : Kind.HIDES_DOCUMENT)
                    : Optional.empty();
        }
        return Optional.of(denies ? Kind.REFUSES : Kind.AGREES);
    }

    private static String about(JsonNode provision) {
        var one = provision.has("actor")
                ? provision.path("actor").path(0).path("reference")
                : provision.path("data").path(0).path("reference");
        return one.path("display").asText(one.path("reference").asText());
    }
}
