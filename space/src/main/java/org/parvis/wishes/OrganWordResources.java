package org.parvis.wishes;

import static org.parvis.wishes.NotedResources.code;
import static org.parvis.wishes.NotedResources.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.parvis.wishes.Noted.State;

/** The word about organ donation as a Consent that opens and closes nothing, and back. */
final class OrganWordResources {

    private static final String VALID = "active";
    private static final String WITHDRAWN = "inactive";

    private static final String SYSTEM = "urn:parvis:wishes";
    private static final String SPOKEN = "organ-donation-told";
    private static final String SCOPES = "http://terminology.hl7.org/CodeSystem/consentscope";

    private OrganWordResources() {}

    /** All times that this patient said so. */
    static String query(String patient) {
        return "Consent?patient=%s&category=%s%%7C%s&_sort=-date&_count=100".formatted(patient, SYSTEM, SPOKEN);
    }

    static ObjectNode of(String patient, Instant now) {
        var consent = resource("Consent").put("status", VALID);
        code(consent.putObject("scope"), SCOPES, "adr", "Advanced Care Directive");
        var category = consent.putArray("category").addObject();
        code(category, SYSTEM, SPOKEN, "Relatives told about organ donation")
                .put("text", "Don d’organes : proches informés");
        consent.putObject("patient").put("reference", "Patient/" + patient);
        consent.put("dateTime", now.truncatedTo(ChronoUnit.SECONDS).toString());
        // The refusal itself is kept by the national register alone.
        consent.putObject("policyRule").put("text", "Code de la santé publique, article L. 1232-1");
        return consent;
    }

    static void turn(ObjectNode consent, State state) {
        consent.put("status", state == State.VALID ? VALID : WITHDRAWN);
    }

    static OrganWord word(ObjectNode consent) {
        var state = consent.path("status").asText().equals(VALID) ? State.VALID : State.WITHDRAWN;
        return new OrganWord(NotedResources.noted(consent, consent.path("dateTime"), state));
    }
}
