package org.parvis.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parvis.access.PatientIdentity;
import org.parvis.web.PatientBanner.Identity;

class IdentityResourcesTest {

    /** RNIV, identity status: obtained from INSi, checked on a document, in doubt. */
    @Nested
    class TheStateOfAnIdentity {
        @ParameterizedTest(name = "INS {0}, status {1}: {2}")
        @CsvSource({
            "false, PROV, PROVISIONAL",
            "true,  PROV, RETRIEVED",
            "false, VALI, VALIDATED",
            "true,  VALI, QUALIFIED",
            "true,  DOUT, PROVISIONAL",
            "true,  FICT, PROVISIONAL"
        })
        void followsFromTheNumberAndTheCheck(boolean ins, String status, Identity expected) {
            assertThat(PatientIdentity.state(patient(ins ? "official" : "none", status)))
                    .isEqualTo(expected);
        }

        @Test
        void isNotQualifiedByANumberThatWasWithdrawn() {
            assertThat(PatientIdentity.state(patient("old", "VALI"))).isEqualTo(Identity.VALIDATED);
        }
    }

    @Nested
    class TheNumber {
        @Test
        void isShownOfAQualifiedIdentityOnly() {
            assertThat(IdentityResources.banner(patient("official", "VALI"), List.of())
                            .ins())
                    .isEqualTo(Optional.of("2 61 03 44 109 001 23"));
            assertThat(IdentityResources.banner(patient("official", "PROV"), List.of())
                            .ins())
                    .isEmpty();
        }
    }

    private static ObjectNode patient(String use, String status) {
        var system = use.equals("none") ? "urn:oid:1.2.3" : "urn:oid:1.2.250.1.213.1.4.8";
        try {
            return (ObjectNode) new ObjectMapper().readTree("""
                    {"resourceType": "Patient", "id": "1",
                     "name": [{"family": "Exemple", "given": ["Jeanne"]}],
                     "identifier": [{"use": "%s", "system": "%s", "value": "261034410900123"}],
                     "extension": [{
                       "url": "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-identity-reliability",
                       "extension": [{"url": "identityStatus", "valueCoding": {"code": "%s"}}]}]}
                    """.formatted(use, system, status));
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
