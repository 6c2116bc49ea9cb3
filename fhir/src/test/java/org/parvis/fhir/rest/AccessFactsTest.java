package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.access.Basis;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Relation;
import org.parvis.fhir.index.DateRange;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.TestPostgres;

class AccessFactsTest {

    private static final DateRange ALWAYS = new DateRange(Long.MIN_VALUE, Long.MAX_VALUE);

    private static FhirEndpoint endpoint;

    @BeforeAll
    static void open() {
        endpoint = FhirEndpoint.open(FhirSettings.defaults(), TestPostgres.database());
    }

    @AfterAll
    static void close() {
        endpoint.close();
    }

    private static String created(String type) {
        var resource = JsonNodeFactory.instance.objectNode().put("resourceType", type);
        return type + "/"
                + endpoint.as(Caller.system()).create(resource).path("id").asText();
    }

    @Nested
    class APatientWhomTheServerNamed {
        @Test
        void isTheirOwnPatient() {
            var patient = created("Patient");

            assertThat(endpoint.accessFacts().rules(ResourceKey.of(patient)))
                    .containsExactly(new Relation(Basis.SELF, patient, patient, "", "", ALWAYS));
        }
    }

    @Nested
    class ThoseToWhomSomebodyIsSomething {
        @Test
        void areNamedAsFarAsAsked() {
            var treated = treatedBy("doctor");
            var other = treatedBy("doctor");
            treatedBy("colleague");

            assertThat(subjects("doctor", 5)).containsExactlyInAnyOrder(treated, other);
            assertThat(subjects("doctor", 1)).hasSize(1);
            assertThat(subjects("stranger", 5)).isEmpty();
        }

        private static Set<String> subjects(String doctor, int most) {
            return endpoint.accessFacts().subjects(Set.of("Practitioner/" + doctor), most);
        }
    }

    @Nested
    class TheRulesForSomebody {
        @Test
        void areTheirRelationsAlone() {
            var patient = new ResourceKey("Patient", treatedBy("nurse"));

            assertThat(endpoint.accessFacts().rules(patient, Set.of("Practitioner/nurse")))
                    .containsExactly(
                            new Relation(Basis.TREATING, "Practitioner/nurse", patient.toString(), "", "", ALWAYS));
            assertThat(endpoint.accessFacts().rules(patient, Set.of("Practitioner/doctor")))
                    .isEmpty();
        }
    }

    private static String treatedBy(String doctor) {
        var store = endpoint.as(Caller.system());
        store.update(JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Practitioner")
                .put("id", doctor));
        var patient = JsonNodeFactory.instance.objectNode().put("resourceType", "Patient");
        patient.putArray("generalPractitioner").addObject().put("reference", "Practitioner/" + doctor);
        return store.create(patient).path("id").asText();
    }
}
