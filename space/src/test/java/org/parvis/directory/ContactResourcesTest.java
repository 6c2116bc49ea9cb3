package org.parvis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactResourcesTest {

    @Nested
    class AContact {
        @ParameterizedTest(name = "{0} {1}, level {2}: professionals {3}, everybody {4}")
        @CsvSource({
            "phone, work, '',  true,  true",
            "phone, work, 1,   true,  true",
            "phone, work, 2,   true,  false",
            "phone, work, 3,   false, false",
            "phone, home, '',  false, false",
            "phone, old,  1,   false, false",
            "email, work, '',  true,  false",
            "email, work, 1,   true,  true",
        })
        void isShownToWhomItIsMeantFor(
                String system, String use, String level, boolean toProfessionals, boolean toEverybody) {
            var telecom = telecom(system, use, level);

            assertThat(ContactResources.of(telecom, Reading.BY_PROFESSIONALS).size() == 1)
                    .isEqualTo(toProfessionals);
            assertThat(ContactResources.of(telecom, Reading.BY_EVERYBODY).size() == 1)
                    .isEqualTo(toEverybody);
        }
    }

    private static JsonNode telecom(String system, String use, String level) {
        var kept = level.isEmpty() ? "" : """
                ,"extension":[{"url":"https://interop.esante.gouv.fr/ig/fhir/ror/StructureDefinition/ror-telecom-confidentiality-level",
                "valueCodeableConcept":{"coding":[{"code":"%s"}]}}]""".formatted(level);
        try {
            return new ObjectMapper()
                    .readTree("[{\"system\":\"%s\",\"use\":\"%s\",\"value\":\"x\"%s}]".formatted(system, use, kept));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
