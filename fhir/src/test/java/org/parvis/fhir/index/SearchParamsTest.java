package org.parvis.fhir.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchParamsTest {

    private static final SearchParams R4 = SearchParams.r4();

    @Nested
    class Finding {

        @Test
        void givesTheAlternativesOfTheTypeOnly() {
            assertThat(R4.find("Condition", "code"))
                    .contains(new SearchParam(
                            "Condition",
                            "code",
                            ParamKind.TOKEN,
                            "http://hl7.org/fhir/SearchParameter/clinical-code",
                            "Condition.code",
                            Set.of(),
                            List.of(),
                            List.of(StoredParam.whole("code"))));
        }

        @Test
        void knowsTheTargetsOfAReference() {
            assertThat(R4.find("Observation", "subject").orElseThrow().targets())
                    .containsExactlyInAnyOrder("Group", "Device", "Patient", "Location");
        }

        @Test
        void knowsTheHalvesOfAComposite() {
            assertThat(R4.find("Observation", "code-value-quantity")
                            .orElseThrow()
                            .components())
                    .containsExactly(
                            new Component("http://hl7.org/fhir/SearchParameter/clinical-code", ParamKind.TOKEN, "code"),
                            new Component(
                                    "http://hl7.org/fhir/SearchParameter/Observation-value-quantity",
                                    ParamKind.QUANTITY,
                                    "value.as(Quantity)"));
        }

        @Test
        void givesEveryTypeTheSharedParameters() {
            assertThat(codes("Basic")).contains("_id", "_lastUpdated", "_profile", "_tag", "_security", "_source");
        }

        @Test
        void leavesTheOtherTypesTheirIdentifierAndTheirPatient() {
            assertThat(codes("Claim"))
                    .containsExactlyInAnyOrder(
                            "_id",
                            "_lastUpdated",
                            "_profile",
                            "_tag",
                            "_security",
                            "_source",
                            "identifier",
                            "patient",
                            "payee");
        }

        @Test
        void putsRightWhatR4DefinesWrongly() {
            assertThat(R4.find("CapabilityStatement", "fhirversion")
                            .orElseThrow()
                            .expression())
                    .isEqualTo("CapabilityStatement.fhirVersion");
        }

        @Test
        void knowsNoParameterOfAnUnknownType() {
            assertThat(R4.of("Dossier")).isEmpty();
        }

        private static Set<String> codes(String type) {
            return R4.of(type).stream().map(SearchParam::code).collect(Collectors.toSet());
        }
    }

    @Nested
    class Storing {

        @ParameterizedTest
        @CsvSource({
            "Observation, patient, subject Patient",
            "Observation, combo-code, code | component-code",
            "Observation, combo-value-quantity, component-value-quantity | value-quantity",
            "Observation, combo-code-value-quantity, code-value-quantity | component-code-value-quantity",
            "Encounter, practitioner, participant Practitioner",
            "Appointment, location, actor Location",
            "AuditEvent, patient, agent Patient | entity Patient",
            "Patient, phonetic, name",
            "Coverage, patient, beneficiary",
            "EpisodeOfCare, care-manager, care-manager",
            "Patient, family, family",
        })
        void keepsEachValueOnce(String type, String code, String stored) {
            var written = R4.find(type, code).orElseThrow().storedAs().stream()
                    .map(param -> param.targetType() == null ? param.code() : param.code() + " " + param.targetType())
                    .collect(Collectors.joining(" | "));

            assertThat(written).isEqualTo(stored);
        }

        @Test
        void leavesColumnsToTheStore() {
            assertThat(R4.find("Patient", "_lastUpdated").orElseThrow().storedAs())
                    .isEmpty();
        }

        @Test
        void neverMapsToWhatIsItselfMapped() {
            assertThat(R4.types())
                    .allSatisfy(type -> assertThat(R4.of(type))
                            .allSatisfy(param -> assertThat(param.storedAs())
                                    .allSatisfy(stored -> assertThat(R4.find(type, stored.code())
                                                    .orElseThrow()
                                                    .isStored())
                                            .isTrue())));
        }
    }

    @Nested
    class NamingThePatient {

        @ParameterizedTest
        @CsvSource({
            "Observation, patient",
            "AllergyIntolerance, patient",
            "Task, patient",
            "Device, patient",
            "AdverseEvent, subject",
            "SupplyRequest, subject",
        })
        void takesTheMostTellingParameter(String type, String code) {
            assertThat(R4.patientParam(type).map(SearchParam::code)).contains(code);
        }

        @Test
        void isMissingOnlyWhereMembersAreMany() {
            var unowned = R4.types().stream()
                    .filter(type -> !R4.patientCompartment(type).isEmpty())
                    .filter(type -> R4.patientParam(type).isEmpty());

            assertThat(unowned).containsExactlyInAnyOrder("Group", "Patient", "Schedule");
        }

        @Test
        void findsEveryParameterOfThePatientCompartment() {
            var compartments = Compartments.read();

            assertThat(R4.types())
                    .allSatisfy(type -> assertThat(R4.patientCompartment(type))
                            .hasSameSizeAs(compartments.codes(Compartment.PATIENT, type)));
        }
    }

    @Nested
    class Changing {

        private final SearchParam shoeSize = new SearchParam(
                "Patient",
                "shoe-size",
                ParamKind.NUMBER,
                "urn:example:shoe-size",
                "Patient.extension('urn:example:shoe').value",
                Set.of(),
                List.of(),
                List.of(StoredParam.whole("shoe-size")));

        @Test
        void makesANewRegistry() {
            var extended = R4.with(shoeSize);

            assertThat(extended.find("Patient", "shoe-size")).contains(shoeSize);
            assertThat(extended.find("Patient", "family")).isEqualTo(R4.find("Patient", "family"));
            assertThat(R4.find("Patient", "shoe-size")).isEmpty();
        }

        @Test
        void canBeUndone() {
            var restored = R4.with(shoeSize).without("Patient", "shoe-size");

            assertThat(restored.of("Patient")).containsExactlyElementsOf(R4.of("Patient"));
        }
    }
}
