package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parvis.fhir.access.Decision;
import org.parvis.fhir.access.Purpose;

class PoliciesTest {

    private static final MatrixWorld WORLD = new MatrixWorld();

    /** Who, what for, what they are to the patient, what the patient wants, which data, and the answer. */
    @ParameterizedTest(name = "{0}, {1}, {2}, {3}, {4}: {5}")
    @CsvSource({
        "doctor, CARE, none, silent, Observation/@-plain, NO_RELATION",
        "doctor, CARE, stranger, silent, Observation/@-plain, NO_RELATION",
        "doctor, CARE, circle, silent, Observation/@-plain, open",
        "doctor, CARE, circle, silent, Observation/@-restricted, open",
        "doctor, CARE, circle-role, silent, Patient/@, open",
        "doctor, CARE, circle-structure, silent, Patient/@, open",
        "doctor, CARE, circle-ended, silent, Observation/@-plain, ENDED",
        "doctor, CARE, circle-to-come, silent, Observation/@-plain, ENDED",
        "doctor, CARE, treating, silent, Observation/@-plain, open",
        "doctor, CARE, treating-structure, silent, Observation/@-plain, open",
        "doctor, STEERING, circle, silent, Observation/@-plain, NOT_THEIRS",
        // The treating structure sees by default, once the patient has agreed.
        "doctor, CARE, encounter, silent, Observation/@-plain, NOT_AGREED",
        "doctor, CARE, encounter, agrees, Observation/@-plain, open",
        "doctor, CARE, encounter, agreed-once, Observation/@-plain, NOT_AGREED",
        "doctor, CARE, encounter-recent, agrees, Observation/@-plain, open",
        "doctor, CARE, encounter-old, agrees, Observation/@-plain, ENDED",
        "doctor, CARE, encounter-cancelled, agrees, Observation/@-plain, NO_RELATION",
        "doctor, CARE, encounter, agrees-but-doc, Observation/@-plain, REFUSED",
        // Refusals.
        "doctor, CARE, circle, refuses, Observation/@-plain, REFUSED",
        "doctor, CARE, circle, refused-for-a-time, Observation/@-plain, open",
        "doctor, CARE, circle, refuses-but-chu, Observation/@-plain, open",
        "doctor, CARE, circle, refuses-doc, Observation/@-plain, REFUSED",
        "doctor, CARE, circle, hides-observations, Observation/@-plain, REFUSED",
        "doctor, CARE, circle, hides-observations, AllergyIntolerance/@-allergy, open",
        "doctor, CARE, circle, hides-restricted, Observation/@-restricted, REFUSED",
        "doctor, CARE, circle, hides-restricted, Observation/@-plain, open",
        "doctor, CARE, circle, hides-a-document, DocumentReference/@-plain, REFUSED",
        "doctor, CARE, circle, hides-a-document, DocumentReference/@-untold, open",
        "doctor, CARE, circle, refuses-care, Observation/@-plain, REFUSED",
        "doctor, COORDINATION, circle, refuses-care, Observation/@-plain, open",
        // Marks on documents.
        "doctor, CARE, circle, silent, DocumentReference/@-masked, HIDDEN",
        "doctor, CARE, author, silent, DocumentReference/@-masked, open",
        "doctor, CARE, author, refuses, DocumentReference/@-plain, open",
        "doctor, CARE, author, silent, Observation/@-plain, NO_RELATION",
        "patient, PATIENT, none, silent, DocumentReference/@-untold, HIDDEN",
        "patient, PATIENT, none, refuses, DocumentReference/@-masked, open",
        // The request, what it rests on, and whom it is about; nothing else.
        "doctor, CARE, addressee, silent, ServiceRequest/@-request, open",
        "doctor, CARE, addressee, silent, DocumentReference/@-plain, open",
        "doctor, CARE, addressee, silent, Patient/@, open",
        "doctor, CARE, addressee, silent, DocumentReference/@-untold, NO_RELATION",
        "biologist, CARE, addressee, silent, ServiceRequest/@-request, open",
        // The patient before them, and the glass broken.
        "doctor, CARE, visit, silent, Observation/@-plain, open",
        "doctor, CARE, visit-over, silent, Observation/@-plain, ENDED",
        "doctor, CARE, emergency, silent, Observation/@-plain, NO_RELATION",
        "doctor, EMERGENCY, emergency, silent, Observation/@-plain, open",
        "doctor, EMERGENCY, emergency, refuses, Observation/@-plain, open",
        "doctor, EMERGENCY, emergency, refuses-emergencies, Observation/@-plain, REFUSED",
        "doctor, EMERGENCY, emergency-over, silent, Observation/@-plain, ENDED",
        "doctor, EMERGENCY, emergency, silent, DocumentReference/@-masked, HIDDEN",
        "regulator, EMERGENCY, emergency, refuses, Observation/@-plain, open",
        // Other families see less.
        "nurse, CARE, circle, silent, Observation/@-restricted, HIDDEN",
        "pharmacist, CARE, circle, silent, AllergyIntolerance/@-allergy, open",
        "pharmacist, CARE, circle, silent, Observation/@-plain, NOT_THEIRS",
        "secretary, CARE, circle, silent, Appointment/@-appointment, open",
        "secretary, CARE, circle, silent, Observation/@-plain, NOT_THEIRS",
        "social-worker, COORDINATION, circle, silent, AllergyIntolerance/@-allergy, NOT_THEIRS",
        // Steering and research are nobody's care, whoever does them and whatever the patient allows.
        "agency, STEERING, circle, agrees, Patient/@, NOT_THEIRS",
        "data-protection, STEERING, circle, agrees, Patient/@, NOT_THEIRS",
        "research, RESEARCH, circle, agrees, Observation/@-plain, NOT_THEIRS",
        "doctor, STEERING, circle, agrees, Observation/@-plain, NOT_THEIRS",
        "doctor, RESEARCH, treating, agrees, Patient/@, NOT_THEIRS",
        "hospital-system, RESEARCH, encounter, agrees, Patient/@, NOT_THEIRS",
        "support, SUPPORT, circle, agrees, Patient/@, NOT_THEIRS",
        // Those who stand for the patient, or beside them.
        "guardian, PATIENT, guardian, refuses, Observation/@-plain, open",
        "guardian, PATIENT, guardian, refuses-guardian, Observation/@-plain, REFUSED",
        "guardian, PATIENT, guardian, silent, DocumentReference/@-secret, HIDDEN",
        "guardian, PATIENT, none, silent, Observation/@-plain, NO_RELATION",
        "carer, PATIENT, carer, silent, Appointment/@-appointment, open",
        "carer, PATIENT, carer, silent, Observation/@-plain, NO_RELATION",
        "carer, PATIENT, carer, refuses, Appointment/@-appointment, open",
    })
    void answer(String family, Purpose purpose, String relation, String will, String data, String answer) {
        String reference = data.replace("@", "m-" + relation + "-" + will);

        Decision decision = WORLD.decide(WORLD.rights(family, purpose), reference);

        assertThat(decision instanceof Decision.Closed(var reason) ? reason.name() : "open")
                .isEqualTo(answer);
    }

    @Nested
    class Reading {

        private static final String WORDS = """
                data:
                  identity: [Patient]
                labels:
                  masked: [MASQUE_PS]
                """;

        private static final String SOUND = """
                family: tester
                version: 1
                purposes: [CARE]
                open: [identity]
                sees:
                  - data: [identity]
                    as: [CIRCLE]
                    patient: OPPOSITION
                """;

        private void refuses(String sound, String faulty, String message) {
            var reader = new PolicyReader(WORDS);

            assertThatThrownBy(() -> reader.read("tester.yaml", SOUND.replace(sound, faulty)))
                    .hasMessageContaining("tester.yaml")
                    .hasMessageContaining(message);
        }

        @Test
        void namesTheFileAndTheWordThatItDoesNotKnow() {
            refuses("[CIRCLE]", "[NEIGHBOUR]", "'NEIGHBOUR'");
            refuses("data: [identity]", "data: [secrets]", "'secrets'");
            refuses("patient: OPPOSITION", "patient: NEVER", "'NEVER'");
            refuses("as:", "ass:", "'ass'");
            refuses("version: 1", "version: one", "'one'");
        }
    }
}
