package org.parvis.federation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what Pro Santé Connect tells of a professional (UserInfo, version 1.0). */
final class ProSanteClaims {

    private ProSanteClaims() {}

    /** What the claims tell; empty when they do not say who it is about. */
    static Optional<Professional> read(JsonNode claims) {
        var number = Stream.of("SubjectNameID", "preferred_username")
                .map(claim -> text(claims, claim))
                .filter(text -> !text.isEmpty())
                .findFirst();
        var subject = text(claims, "sub");
        if (number.isEmpty() || subject.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Professional(
                subject, number.get(), text(claims, "family_name"), text(claims, "given_name"), practices(claims)));
    }

    private static List<Practice> practices(JsonNode claims) {
        List<Practice> practices = new ArrayList<>();
        var exercises = claims.path("SubjectRefPro").path("exercices");
        if (exercises.isEmpty()) {
            // "10^1.2.250.1.213.1.1.5.5": the profession, and the nomenclature that it is of.
            claims.path("SubjectRole")
                    .forEach(role -> practices.add(
                            new Practice(role.asText().replaceFirst("\\^.*", ""), Optional.empty(), Optional.empty())));
        }
        for (JsonNode exercise : exercises) {
            var activities = exercise.path("activities");
            if (activities.isEmpty()) {
                practices.add(practice(exercise, Optional.empty()));
            }
            for (JsonNode activity : activities) {
                practices.add(practice(exercise, Optional.of(activity(activity))));
            }
        }
        return practices;
    }

    private static Practice practice(JsonNode exercise, Optional<Practice.Activity> activity) {
        var skill = Optional.of(text(exercise, "codeSavoirFaire"))
                .filter(code -> !code.isEmpty())
                .map(code -> new Practice.Skill(text(exercise, "codeTypeSavoirFaire"), code));
        return new Practice(text(exercise, "codeProfession"), skill, activity);
    }

    private static Practice.Activity activity(JsonNode activity) {
        return new Practice.Activity(
                text(activity, "codeModeExercice"),
                text(activity, "codeSecteurDactivite"),
                text(activity, "codeGenreActivite"),
                text(activity, "codeRole"),
                workplace(activity));
    }

    private static Workplace workplace(JsonNode activity) {
        var name = Stream.of("raisonSocialeSite", "enseigneCommercialeSite")
                .map(claim -> text(activity, claim))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return new Workplace(name, numbers(activity), address(activity));
    }

    private static List<NationalNumber> numbers(JsonNode activity) {
        return Stream.of(
                        number(activity, "numeroFinessSite", NationalNumber.FINESS),
                        number(activity, "numeroSiretSite", NationalNumber.SIRENE),
                        number(activity, "identifiantTechniqueDeLaStructure", NationalNumber.STRUCTURE),
                        number(activity, "numeroFinessetablissementJuridique", NationalNumber.FINESS),
                        number(activity, "numeroSirenSite", NationalNumber.SIRENE))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Test identities fill numbers that they do not have with zeros. */
    private static Optional<NationalNumber> number(JsonNode activity, String claim, String system) {
        return Optional.of(text(activity, claim))
                .filter(value -> !value.isEmpty() && !value.matches("0+"))
                .map(value -> new NationalNumber(system, value));
    }

    private static Workplace.Address address(JsonNode activity) {
        var line = Stream.of("numeroVoie", "indiceRepetitionVoie", "codeTypeDeVoie", "libelleVoie")
                .map(part -> text(activity, part))
                .filter(part -> !part.isEmpty())
                .reduce((left, right) -> left + " " + right)
                .orElse("");
        return new Workplace.Address(line, text(activity, "codePostal"), text(activity, "codeCommune"));
    }

    private static String text(JsonNode node, String claim) {
        return node.path(claim).asText("").strip();
    }
}
