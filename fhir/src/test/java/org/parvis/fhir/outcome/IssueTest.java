package org.parvis.fhir.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.fhir.outcome.IssueCode.VALUE;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IssueTest {

    @Nested
    class SeenFromABundle {

        @Test
        void namesTheEntryAndTheElement() {
            var issue = Issue.error(VALUE, "no such day", "Patient.birthDate");

            var moved = issue.within("Bundle.entry[3].resource");

            assertThat(moved).isEqualTo(Issue.error(VALUE, "no such day", "Bundle.entry[3].resource.birthDate"));
        }

        @Test
        void namesTheEntryWhenTheWholeResourceIsMeant() {
            var issue = Issue.error(VALUE, "unknown type", null);

            var moved = issue.within("Bundle.entry[3].resource");

            assertThat(moved).isEqualTo(Issue.error(VALUE, "unknown type", "Bundle.entry[3].resource"));
        }
    }
}
