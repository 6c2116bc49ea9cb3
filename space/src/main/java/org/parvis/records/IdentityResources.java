package org.parvis.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parvis.access.PatientIdentity;
import org.parvis.web.Birth;
import org.parvis.web.Concepts;
import org.parvis.web.HumanNames;
import org.parvis.web.PatientBanner;
import org.parvis.web.PatientBanner.Identity;
import org.parvis.web.PatientBanner.Sex;
import org.parvis.web.PatientBanner.Warning;
import org.parvis.web.When;

/** What a FHIR Patient (FR Core 2.2.0) says of an identity. */
final class IdentityResources {

    private IdentityResources() {}

    /** The banner of this patient, with what else is to be known at once. */
    static PatientBanner banner(ObjectNode patient, List<Warning> clinical) {
        var official = PatientIdentity.officialName(patient);
        var identity = PatientIdentity.state(patient);
        return new PatientBanner(
                RecordSheet.address(patient.path("id").asText()),
                official.path("family").asText(official.path("text").asText()),
                PatientIdentity.birthFirstNames(official).orElseGet(() -> HumanNames.joined(official.path("given"))),
                usualName(patient).flatMap(HumanNames::shown),
                When.read(patient.path("birthDate").asText()).map(date -> new Birth(date, death(patient))),
                sex(patient),
                identity,
                identity == Identity.QUALIFIED
                        ? PatientIdentity.ins(patient).map(IdentityResources::spaced)
                        : Optional.empty(),
                Stream.concat(warnings(patient).stream(), clinical.stream()).toList(),
                Optional.empty());
    }

    private static List<Warning> warnings(ObjectNode patient) {
        var warnings = new ArrayList<Warning>();
        death(patient)
                .map(When::figures)
                .or(() -> patient.path("deceasedBoolean").asBoolean() ? Optional.of("") : Optional.empty())
                .ifPresent(day -> warnings.add(new Warning(Warning.Kind.DECEASED, day)));
        if (PatientIdentity.hasHomonym(patient)) {
            warnings.add(new Warning(Warning.Kind.HOMONYM, ""));
        }
        if (PatientIdentity.isDoubtful(patient)) {
            warnings.add(new Warning(Warning.Kind.DOUBTFUL, ""));
        }
        return warnings;
    }

    /** 15 figures in the groups in which one reads them aloud; anything else as it is. */
    private static String spaced(String ins) {
        return ins.replaceFirst("^(\\d)(\\d{2})(\\d{2})(\\w{2})(\\d{3})(\\d{3})(\\d{2})$", "$1 $2 $3 $4 $5 $6 $7");
    }

    private static Optional<JsonNode> usualName(ObjectNode patient) {
        return Concepts.all(patient.path("name"))
                .filter(name -> name.path("use").asText().equals("usual"))
                .findFirst();
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
