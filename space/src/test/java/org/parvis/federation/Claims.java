package org.parvis.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** UserInfo of Pro Santé Connect, written short. */
final class Claims {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Claims() {}

    /** The claims of somebody with these exercises. */
    static JsonNode of(String nationalNumber, String... exercises) {
        return json("""
                {"sub": "f:1:%1$s", "SubjectNameID": "%1$s", "given_name": "Zoé", "family_name": "LE GOFF",
                 "SubjectRole": ["10^1.2.250.1.213.1.1.5.5"],
                 "SubjectRefPro": {"codeCivilite": "MME", "exercices": [%2$s]}}
                """.formatted(nationalNumber, String.join(",", exercises)));
    }

    /** A physician's exercise with these activities. */
    static String exercise(String... activities) {
        return """
                {"codeProfession": "10", "codeTypeSavoirFaire": "S", "codeSavoirFaire": "SM54", "activities": [%s]}
                """.formatted(String.join(",", activities));
    }

    static String activity(String name, String finess) {
        return """
                {"codeModeExercice": "S", "codeSecteurDactivite": "SA01", "codeGenreActivite": "GENR01", "codeRole": "",
                 "raisonSocialeSite": "%s", "numeroFinessSite": "%s", "numeroSiretSite": "00000000000000",
                 "numeroVoie": "2", "codeTypeDeVoie": "R", "libelleVoie": "DES LILAS", "codePostal": "59000"}
                """.formatted(name, finess);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
