package org.parvis.fhir.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OperationOutcomeTest {

    @Nested
    class Json {

        @Test
        void carriesThePlaceOfEachIssue() {
            var refusal = Refusal.of(404, IssueCode.NOT_FOUND, "Patient/12 is not known.", "Patient.id");

            var json = new OperationOutcome(refusal.issues()).json();

            assertThat(json)
                    .hasToString("{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
                            + "\"code\":\"not-found\",\"diagnostics\":\"Patient/12 is not known.\","
                            + "\"expression\":[\"Patient.id\"]}]}");
        }

        @Test
        void saysThatNothingIsWrongRatherThanNothing() {
            var json = new OperationOutcome(List.of()).json();

            assertThat(json.at("/issue/0/severity").textValue()).isEqualTo("information");
        }
    }
}
