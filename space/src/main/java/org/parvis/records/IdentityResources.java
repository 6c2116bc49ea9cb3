package org.parvis.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parvis.web.Birth;
import org.parvis.web.PatientBanner;
import org.parvis.web.PatientBanner.Identity;
import org.parvis.web.PatientBanner.Sex;
import org.parvis.web.PatientBanner.Warning;
import org.parvis.web.When;

/** What a FHIR Patient (FR Core 2.2.0) says of an identity. */
final class IdentityResources {

    private static final String FR_CORE = "https://hl7.fr/ig/fhir/core/StructureDefinition/";
    private static final String RELIABILITY = FR_CORE + "fr-core-identity-reliability";
    private static final String BIRTH_GIVEN_NAMES = FR_CORE + "fr-core-patient-birth-list-given-name";

    /** INS, from NIR and NIA; test and demonstration numbers beside them. */
    private static final Set<String> INS = Set.of(
            "urn:oid:1.2.250.1.213.1.4.8",
            "urn:oid:1.2.250.1.213.1.4.9",
            "urn:oid:1.2.250.1.213.1.4.10",
            "urn:oid:1.2.250.1.213.1.4.11");

    private static final Set<String> HOMONYM = Set.of("HOMA", "HOMD");
    private static final Set<String> DOUBTFUL = Set.of("DOUT", "DOUA", "FICT");

    private IdentityResources() {}

    /** The banner of this patient, with what else is to be known at once. */
    static PatientBanner banner(ObjectNode patient, List<Warning> clinical) {
        var official = name(patient, "official").orElse(patient.path("name").path(0));
        var identity = identity(patient);
        return new PatientBanner(
                RecordSheet.address(patient.path("id").asText()),
                official.path("family").asText(official.path("text").asText()),
                firstNames(official),
                name(patient, "usual").flatMap(HumanNames::shown),
                When.read(patient.path("birthDate").asText()).map(date -> new Birth(date, death(patient))),
                sex(patient),
                identity,
                identity == Identity.QUALIFIED ? ins(patient).map(IdentityResources::spaced) : Optional.empty(),
                Stream.concat(warnings(patient).stream(), clinical.stream()).toList(),
                Optional.empty());
    }

    // RNIV: obtained from INSi or not, checked on a document or not; a doubt takes both away. FR Core 2.2.0 has a code
    // for
    // the check alone, and an INS number tells that it was obtained.
    static Identity identity(ObjectNode patient) {
        var status = statuses(patient);
        if (status.stream().anyMatch(DOUBTFUL::contains)) {
            return Identity.PROVISIONAL;
        }
        boolean checked = status.contains("VALI");
        if (ins(patient).isPresent()) {
            return checked ? Identity.QUALIFIED : Identity.RETRIEVED;
        }
        return checked ? Identity.VALIDATED : Identity.PROVISIONAL;
    }

    private static List<Warning> warnings(ObjectNode patient) {
        var status = statuses(patient);
        var warnings = new ArrayList<Warning>();
        death(patient)
                .map(When::figures)
                .or(() -> patient.path("deceasedBoolean").asBoolean() ? Optional.of("") : Optional.empty())
                .ifPresent(day -> warnings.add(new Warning(Warning.Kind.DECEASED, day)));
        if (status.stream().anyMatch(HOMONYM::contains)) {
            warnings.add(new Warning(Warning.Kind.HOMONYM, ""));
        }
        if (status.stream().anyMatch(DOUBTFUL::contains)) {
            warnings.add(new Warning(Warning.Kind.DOUBTFUL, ""));
        }
        return warnings;
    }

    private static Set<String> statuses(ObjectNode patient) {
        return Concepts.all(patient.path("extension"))
                .filter(extension -> extension.path("url").asText().equals(RELIABILITY))
                .flatMap(reliability -> Concepts.all(reliability.path("extension")))
                .filter(part -> part.path("url").asText().equals("identityStatus"))
                .map(part -> part.path("valueCoding").path("code").asText())
                .collect(Collectors.toSet());
    }

    private static Optional<String> ins(ObjectNode patient) {
        return Concepts.all(patient.path("identifier"))
                .filter(identifier -> INS.contains(identifier.path("system").asText()))
                // An INS that was withdrawn after a merge stays in the resource as an old one.
                .filter(identifier -> !identifier.path("use").asText().equals("old"))
                .map(identifier -> identifier.path("value").asText())
                .findFirst();
    }

    /** 15 figures in the groups in which one reads them aloud; anything else as it is. */
    private static String spaced(String ins) {
        return ins.replaceFirst("^(\\d)(\\d{2})(\\d{2})(\\w{2})(\\d{3})(\\d{3})(\\d{2})$", "$1 $2 $3 $4 $5 $6 $7");
    }

    private static Optional<JsonNode> name(ObjectNode patient, String use) {
        return Concepts.all(patient.path("name"))
                .filter(name -> name.path("use").asText().equals(use))
                .findFirst();
    }

    private static String firstNames(JsonNode official) {
        return Concepts.all(official.path("extension"))
                .filter(extension -> extension.path("url").asText().equals(BIRTH_GIVEN_NAMES))
                .map(extension -> extension.path("valueString").asText())
                .findFirst()
                .orElseGet(() -> HumanNames.joined(official.path("given")));
    }

    private static Optional<When> death(ObjectNode patient) {
        return When.read(patient.path("deceasedDateTime").asText());
    }

    private static Sex sex(ObjectNode patient) {
        return switch (patient.path("gender").asText()) {
            case "female" -> Sex.FEMALE;
            case "male" -> Sex.MALE;
            case "other" -> Sex.OTHER;
            default -> Sex.UNKNOWN;
        };
    }
}
