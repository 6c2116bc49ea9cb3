package org.parvis.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.parvis.fhir.access.AccessCodes;

/** A visit as a Consent: proposed while the code waits, active once a professional has shown that they know it. */
final class VisitResources {

    /** System of the identifier that holds the hash of the code. */
    static final String CODE = "urn:parvis:visit-code";

    private static final String SCOPES = "http://terminology.hl7.org/CodeSystem/consentscope";
    private static final String POLICIES = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String ROLES = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";

    private VisitResources() {}

    static String value(Secret code) {
        return HexFormat.of().formatHex(code.hash());
    }

    /** What a patient proposes: whoever knows the code may see, until then. */
    static ObjectNode proposed(String patient, Secret code, Instant now) {
        var consent = JsonNodeFactory.instance.objectNode();
        consent.put("resourceType", "Consent").put("status", "proposed");
        consent.putArray("identifier").addObject().put("system", CODE).put("value", value(code));
        coding(consent.putObject("scope"), SCOPES, "patient-privacy");
        coding(consent.putArray("category").addObject(), AccessCodes.SYSTEM, AccessCodes.VISIT);
        consent.putObject("patient").put("reference", patient);
        consent.put("dateTime", moment(now));
        coding(consent.putObject("policyRule"), POLICIES, "OPTIN");
        return consent;
    }

    /** The same, opened to this professional for a while; the code serves no more. */
    static ObjectNode opened(ObjectNode proposed, Visitor professional, Instant from, Instant until) {
        var consent = proposed.deepCopy().put("status", "active");
        consent.remove("identifier");
        var provision = consent.putObject("provision").put("type", "permit");
        provision.putObject("period").put("start", moment(from)).put("end", moment(until));
        var actor = provision.putArray("actor").addObject();
        coding(actor.putObject("role"), ROLES, "IRCP");
        actor.putObject("reference")
                .put("reference", professional.caller().person().orElseThrow())
                .put("display", professional.name());
        return consent;
    }

    private static void coding(ObjectNode concept, String system, String code) {
        concept.putArray("coding").addObject().put("system", system).put("code", code);
    }

    private static String moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
