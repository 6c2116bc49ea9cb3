package org.parvis.fhir.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.fhir.index.IndexFixtures.indexed;

import org.junit.jupiter.api.Test;

/** R4 references.html, 2.3.0.1. */
class ReferencesTest {

    @Test
    void readsARelativeReference() {
        assertThat(subject("{\"reference\": \"Patient/12\"}"))
                .isEqualTo(new ReferenceValue("Patient", "12", null, null, null));
    }

    @Test
    void readsTheVersionItWasMadeFor() {
        assertThat(subject("{\"reference\": \"Patient/12/_history/3\"}"))
                .isEqualTo(new ReferenceValue("Patient", "12", "3", null, null));
    }

    @Test
    void readsAnAddressElsewhere() {
        assertThat(subject("{\"reference\": \"https://other.example/fhir/Patient/12/_history/3\"}"))
                .isEqualTo(new ReferenceValue("Patient", null, "3", "https://other.example/fhir/Patient/12", null));
    }

    @Test
    void keepsAnAddressThatIsNotRestful() {
        assertThat(subject("{\"reference\": \"urn:uuid:5f0b7c3e\", \"type\": \"Patient\"}"))
                .isEqualTo(new ReferenceValue("Patient", null, null, "urn:uuid:5f0b7c3e", null));
    }

    @Test
    void readsALogicalReference() {
        assertThat(subject("{\"type\": \"Patient\", \"identifier\": {\"system\": \"urn:ipp\", \"value\": \"12\"}}"))
                .isEqualTo(new ReferenceValue("Patient", null, null, null, TokenValue.of("urn:ipp", "12")));
    }

    @Test
    void keepsTheIdentifierBesideTheReference() {
        assertThat(subject("{\"reference\": \"Patient/12\", \"identifier\": {\"value\": \"34\"}}"))
                .isEqualTo(new ReferenceValue("Patient", "12", null, null, TokenValue.of(null, "34")));
    }

    @Test
    void leavesOutWhatTheResourceContains() {
        assertThat(indexed(observation("{\"reference\": \"#patient\"}"), "subject"))
                .isEmpty();
    }

    @Test
    void leavesOutAReferenceThatSaysNothing() {
        assertThat(indexed(observation("{\"display\": \"Mme Durand\"}"), "subject"))
                .isEmpty();
    }

    @Test
    void readsACanonicalAndItsVersion() {
        var response = """
                {"resourceType": "QuestionnaireResponse", "questionnaire": "https://forms.example/fall|2.1"}
                """;

        assertThat(indexed(response, "questionnaire"))
                .containsExactly(new ReferenceValue(null, null, "2.1", "https://forms.example/fall", null));
    }

    @Test
    void keepsAUriAsWritten() {
        var patient = """
                {"resourceType": "Patient", "meta": {"profile": ["https://profiles.example/patient|1.0"]}}
                """;

        assertThat(indexed(patient, "_profile")).containsExactly(new UriValue("https://profiles.example/patient|1.0"));
    }

    private static IndexValue subject(String reference) {
        return indexed(observation(reference), "subject").getFirst();
    }

    private static String observation(String subject) {
        return "{\"resourceType\": \"Observation\", \"subject\": %s}".formatted(subject);
    }
}
