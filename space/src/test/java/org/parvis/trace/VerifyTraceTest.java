package org.parvis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.trace.TraceId;
import org.parvis.fhir.trace.Verdict.Broken;
import org.parvis.fhir.trace.Verdict.Damage;
import org.parvis.fhir.trace.Verdict.Sound;

class VerifyTraceTest {

    @Nested
    class Telling {
        @Test
        void namesTheFirstBadEntryByItsAddress() {
            var told = VerifyTrace.told(new Broken(12, Optional.of(new TraceId(36, 37)), Damage.CHANGED));

            assertThat(told)
                    .isEqualTo("The trace is not as it was sealed: under seal 12, AuditEvent/10-11 was changed.");
        }

        @Test
        void saysHowMuchWasRead() {
            assertThat(VerifyTrace.told(new Sound(2, 30, 5, "ab")))
                    .startsWith("The trace is as it was sealed: 30 entries, 2 seals, 5 entries");
        }
    }
}
