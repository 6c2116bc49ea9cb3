package org.parvis.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.parvis.web.PatientBanner.Identity;

/** Who a FHIR Patient (FR Core 2.2.0) is said to be, and how far that can be trusted. */
public final class PatientIdentity {

    private static final String FR_CORE = "https://hl7.fr/ig/fhir/core/StructureDefinition/";
    private static final String RELIABILITY = FR_CORE + "fr-core-identity-reliability";
    private static final String BIRTH_GIVEN_NAMES = FR_CORE + "fr-core-patient-birth-list-given-name";
    private static final String INSEE_CODE = FR_CORE + "fr-core-address-insee-code";
    private static final String BIRTH_PLACE = "http://hl7.org/fhir/StructureDefinition/patient-birthPlace";

    /** INS, from NIR and NIA; test and demonstration numbers beside them. */
    private static final Set<String> INS = Set.of(
            "urn:oid:1.2.250.1.213.1.4.8",
            "urn:oid:1.2.250.1.213.1.4.9",
            "urn:oid:1.2.250.1.213.1.4.10",
            "urn:oid:1.2.250.1.213.1.4.11");

    private static final Set<String> HOMONYM = Set.of("HOMA", "HOMD");
    private static final Set<String> DOUBTFUL = Set.of("DOUT", "DOUA", "FICT");

    private PatientIdentity() {}

    // RNIV: obtained from INSi or not, checked on a document or not; a doubt takes both away. FR Core 2.2.0 has a code
    // for the check alone, and an INS number tells that it was obtained.
    public static Identity state(ObjectNode patient) {
        if (isDoubtful(patient)) {
            return Identity.PROVISIONAL;
        }
        boolean checked = statuses(patient).contains("VALI");
        if (ins(patient).isPresent()) {
            return checked ? Identity.QUALIFIED : Identity.RETRIEVED;
        }
        return checked ? Identity.VALIDATED : Identity.PROVISIONAL;
    }

    /** Whether nothing is known that speaks against it: no doubt, no other person so like this one. */
    static boolean isUndisputed(ObjectNode patient) {
        return !isDoubtful(patient) && !hasHomonym(patient);
    }

    public static boolean isDoubtful(ObjectNode patient) {
        return statuses(patient).stream().anyMatch(DOUBTFUL::contains);
    }

    /** Whether another person has nearly the same identity. */
    public static boolean hasHomonym(ObjectNode patient) {
        return statuses(patient).stream().anyMatch(HOMONYM::contains);
    }

    public static Optional<String> ins(ObjectNode patient) {
        return all(patient.path("identifier"))
                .filter(identifier -> INS.contains(identifier.path("system").asText()))
                // An INS that was withdrawn after a merge stays in the resource as an old one.
                .filter(identifier -> !identifier.path("use").asText().equals("old"))
                .map(identifier -> identifier.path("value").asText())
                .findFirst();
    }

    /** The name at birth; without one marked as such, the first. */
    public static JsonNode officialName(ObjectNode patient) {
        return all(patient.path("name"))
                .filter(name -> name.path("use").asText().equals("official"))
                .findFirst()
                .orElse(patient.path("name").path(0));
    }

    /** All first names at birth, where a name lists them. */
    public static Optional<String> birthFirstNames(JsonNode name) {
        return extensions(name, BIRTH_GIVEN_NAMES)
                .map(extension -> extension.path("valueString").asText())
                .findFirst();
    }

    /** The strict traits, perhaps without the place; empty when another is missing. */
    static Optional<Traits> traits(ObjectNode patient) {
        var name = officialName(patient);
        var family = name.path("family").asText();
        var firstNames = birthFirstNames(name).orElse(name.path("given").path(0).asText());
        var sex = patient.path("gender").asText();
        return Stream.of(family, firstNames, sex).noneMatch(String::isBlank)
                ? birthDate(patient).map(date -> new Traits(family, firstNames, date, sex, birthPlace(patient)))
                : Optional.empty();
    }

    private static Optional<LocalDate> birthDate(ObjectNode patient) {
        try {
            return Optional.of(LocalDate.parse(patient.path("birthDate").asText()));
        } catch (DateTimeException lessThanADay) {
            return Optional.empty();
        }
    }

    private static String birthPlace(ObjectNode patient) {
        return extensions(patient, BIRTH_PLACE)
                .flatMap(place -> extensions(place.path("valueAddress"), INSEE_CODE))
                .map(code -> code.path("valueCoding").path("code").asText())
                .findFirst()
                .orElse("");
    }

    private static Set<String> statuses(ObjectNode patient) {
        return extensions(patient, RELIABILITY)
                .flatMap(reliability -> extensions(reliability, "identityStatus"))
                .map(part -> part.path("valueCoding").path("code").asText())
                .collect(Collectors.toSet());
    }

    private static Stream<JsonNode> extensions(JsonNode element, String url) {
        return all(element.path("extension"))
                .filter(extension -> extension.path("url").asText().equals(url));
    }

    private static Stream<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
