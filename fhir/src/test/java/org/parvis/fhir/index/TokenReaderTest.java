package org.parvis.fhir.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.fhir.index.IndexFixtures.indexed;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** R4 search.html, 3.1.1.4.10. */
class TokenReaderTest {

    private static final String LOINC = "http://loinc.org";

    @Test
    void takesEachCodingOfAConceptAndItsTextOnce() {
        var observation = """
                {"resourceType": "Observation", "code": {"text": "Glycémie", "coding": [
                    {"system": "http://loinc.org", "code": "2339-0", "display": "Glucose"},
                    {"system": "http://loinc.org", "code": "2345-7"}]}}
                """;

        assertThat(indexed(observation, "code"))
                .containsExactly(
                        new TokenValue(LOINC, "2339-0", Set.of("Glucose", "Glycémie")), TokenValue.of(LOINC, "2345-7"));
    }

    @Test
    void keepsAConceptThatHasOnlyText() {
        var observation = """
                {"resourceType": "Observation", "code": {"text": "Glycémie"}}
                """;

        assertThat(indexed(observation, "code")).containsExactly(new TokenValue(null, null, Set.of("Glycémie")));
    }

    @Test
    void takesACodingOfATag() {
        var patient = """
                {"resourceType": "Patient", "meta": {"tag": [{"system": "urn:x", "code": "a", "display": "A"}]}}
                """;

        assertThat(indexed(patient, "_tag")).containsExactly(new TokenValue("urn:x", "a", Set.of("A")));
    }

    @Test
    void givesABoundCodeItsSystem() {
        var patient = """
                {"resourceType": "Patient", "gender": "female"}
                """;

        assertThat(indexed(patient, "gender"))
                .containsExactly(TokenValue.of("http://hl7.org/fhir/administrative-gender", "female"));
    }

    @Test
    void takesABooleanWithoutSystem() {
        var patient = """
                {"resourceType": "Patient", "active": true}
                """;

        assertThat(indexed(patient, "active")).containsExactly(TokenValue.of(null, "true"));
    }

    @Test
    void takesAnIdentifierAndTheTextOfItsType() {
        var patient = """
                {"resourceType": "Patient", "identifier": [
                    {"system": "urn:ipp", "value": "12", "type": {"text": "Numéro de dossier"}}, {"value": "34"}]}
                """;

        assertThat(indexed(patient, "identifier"))
                .containsExactly(
                        new TokenValue("urn:ipp", "12", Set.of("Numéro de dossier")), TokenValue.of(null, "34"));
    }

    @Test
    void findsAnIdentifierByItsTypeToo() {
        var patient = """
                {"resourceType": "Patient", "identifier": [{"system": "urn:ipp", "value": "12", "type": {"coding": [
                    {"system": "http://terminology.hl7.org/CodeSystem/v2-0203", "code": "MR"}]}}]}
                """;

        assertThat(indexed(patient, "identifier" + SearchParam.OF_TYPE))
                .containsExactly(TokenValue.of("http://terminology.hl7.org/CodeSystem/v2-0203", "MR|12"));
    }

    @Test
    void takesAContactPointByItsValue() {
        var patient = """
                {"resourceType": "Patient", "telecom": [
                    {"system": "phone", "use": "home", "value": "0102030405"},
                    {"system": "email", "value": "elise@example.org"}]}
                """;

        assertThat(indexed(patient, "telecom"))
                .containsExactly(TokenValue.of(null, "0102030405"), TokenValue.of(null, "elise@example.org"));
        assertThat(indexed(patient, "phone")).containsExactly(TokenValue.of(null, "0102030405"));
        assertThat(indexed(patient, "email")).containsExactly(TokenValue.of(null, "elise@example.org"));
    }

    @Test
    void knowsWhetherAPatientIsDeceased() {
        assertThat(indexed("{\"resourceType\": \"Patient\", \"deceasedDateTime\": \"2026\"}", "deceased"))
                .containsExactly(TokenValue.of(null, "true"));
        assertThat(indexed("{\"resourceType\": \"Patient\", \"deceasedBoolean\": false}", "deceased"))
                .containsExactly(TokenValue.of(null, "false"));
        assertThat(indexed("{\"resourceType\": \"Patient\"}", "deceased"))
                .containsExactly(TokenValue.of(null, "false"));
    }

    @Test
    void takesEachValueOnce() {
        var observation = """
                {"resourceType": "Observation", "category": [
                    {"coding": [{"system": "urn:x", "code": "a"}]}, {"coding": [{"system": "urn:x", "code": "a"}]}]}
                """;

        assertThat(indexed(observation, "category")).containsExactly(TokenValue.of("urn:x", "a"));
    }
}
