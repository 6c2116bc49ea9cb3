package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConceptsTest {

    @Nested
    class Words {
        @Test
        void areFrenchWhereTheResourceSaysSo() {
            assertThat(words("""
                    {"text": "Diabetes", "coding": [{"display": "Diabetes mellitus", "_display": {"extension": [{
                      "url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [
                        {"url": "lang", "valueCode": "fr-FR"}, {"url": "content", "valueString": "Diabète"}]}]}}]}
                    """)).hasValue("Diabète");
        }

        @Test
        void areElseTheTextTheDisplayTheCode() {
            assertThat(words("{\"text\": \"Toux\", \"coding\": [{\"display\": \"Cough\"}]}"))
                    .hasValue("Toux");
            assertThat(words("{\"coding\": [{\"code\": \"1\"}, {\"display\": \"Cough\"}]}"))
                    .hasValue("Cough");
            assertThat(words("{\"coding\": [{\"code\": \"49727002\"}]}")).hasValue("49727002");
            assertThat(words("{}")).isEmpty();
        }

        private static Optional<String> words(String concept) {
            try {
                return Concepts.words(new ObjectMapper().readTree(concept));
            } catch (JsonProcessingException wrong) {
                throw new AssertionError(wrong);
            }
        }
    }
}
