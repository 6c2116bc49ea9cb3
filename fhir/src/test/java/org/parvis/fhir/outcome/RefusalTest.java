package org.parvis.fhir.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void carriesNoStackTrace() {
        assertThat(Refusal.notFound("Patient/12 is not known.").getStackTrace()).isEmpty();
    }

    @Test
    void readsAsItsSentences() {
        var refusal = new Refusal(400, List.of(Issue.information("One."), Issue.information("Two.")));

        assertThat(refusal).hasMessage("One. Two.");
    }

    @Test
    void namesTheBundleEntryItIsSeenFrom() {
        var refusal = Refusal.invalid("no such day", "Patient.birthDate").within("Bundle.entry[0].resource");

        assertThat(refusal.issues())
                .isEqualTo(
                        List.of(Issue.error(IssueCode.INVALID, "no such day", "Bundle.entry[0].resource.birthDate")));
    }
}
