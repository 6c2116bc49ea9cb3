package org.parvis.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.parvis.directory.Contact.Channel;
import org.parvis.web.Concepts;

/** Which ContactPoints somebody may be shown. */
final class ContactResources {

    private static final String LEVEL =
            "https://interop.esante.gouv.fr/ig/fhir/ror/StructureDefinition/ror-telecom-confidentiality-level";

    /** TRE_R283: for everybody, for professionals; more than that is for nobody here. */
    private static final String FREE = "1";

    private static final String RESTRICTED = "2";

    private static final Set<String> NOT_FOR_WORK = Set.of("home", "old", "temp");

    private ContactResources() {}

    /** The contacts in this list that this reader may see. A contact above their level is absent, not masked. */
    static List<Contact> of(JsonNode telecom, Reading reading) {
        return Concepts.all(telecom)
                .filter(point -> !NOT_FOR_WORK.contains(point.path("use").asText()))
                .filter(point -> !point.path("value").asText().isBlank())
                .filter(point -> isFor(point, reading))
                .map(point -> new Contact(channel(point), point.path("value").asText()))
                .distinct()
                .toList();
    }

    // A mail address is for professionals unless it says otherwise: it is mostly a secure mailbox, which only they can
    // write to.
    private static boolean isFor(JsonNode point, Reading reading) {
        var level = Concepts.all(point.path("extension"))
                .filter(extension -> extension.path("url").asText().equals(LEVEL))
                .map(extension ->
                        extension.at("/valueCodeableConcept/coding/0/code").asText())
                .findFirst()
                .orElse(channel(point) == Channel.MAIL ? RESTRICTED : FREE);
        return level.equals(FREE) || (level.equals(RESTRICTED) && reading == Reading.BY_PROFESSIONALS);
    }

    private static Channel channel(JsonNode point) {
        return switch (point.path("system").asText()) {
            case "phone", "sms", "pager" -> Channel.PHONE;
            case "fax" -> Channel.FAX;
            case "email" -> Channel.MAIL;
            case "url" -> Channel.SITE;
            default -> Channel.OTHER;
        };
    }
}
