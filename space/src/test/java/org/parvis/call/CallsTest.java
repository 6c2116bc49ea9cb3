package org.parvis.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;
import org.parvis.access.Visitor;
import org.parvis.access.Visitor.Audience;
import org.parvis.call.CallAnswer.Opened;
import org.parvis.call.CallAnswer.Reason;
import org.parvis.call.CallAnswer.Refused;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;

class CallsTest {

    private final Instant now = Instant.now();

    private final Calls calls = RunningServer.bean(Calls.class);

    @BeforeAll
    static void keepTheRecord() {
        RunningServer.keep("records/jeanne.json");
    }

    @Nested
    class Answering {
        @Test
        void opensTheRecordOnce() {
            var call = CallingSoftware.call(now, UnaryOperator.identity());
            var leclerc = doctor("Practitioner/leclerc", Set.of("jeanne"));

            assertThat(calls.answer(call, leclerc, now))
                    .isInstanceOfSatisfying(
                            Opened.class, opened -> assertThat(opened.patient()).isEqualTo("jeanne"));
            assertThat(calls.answer(call, leclerc, now)).isEqualTo(new Refused(Reason.REPLAYED));
        }

        @Test
        void opensNothingToAnotherPersonWhoCanStillNotUseItUp() {
            var call = CallingSoftware.call(now, UnaryOperator.identity());

            assertThat(calls.answer(call, doctor("Practitioner/petit", Set.of("jeanne")), now))
                    .isEqualTo(new Refused(Reason.OTHER_PERSON));
            assertThat(calls.answer(call, doctor("Practitioner/leclerc", Set.of("jeanne")), now))
                    .isInstanceOf(Opened.class);
        }

        @Test
        void opensNoMoreThanThePersonsOwnRights() {
            var call = CallingSoftware.call(now, UnaryOperator.identity());

            assertThat(calls.answer(call, doctor("Practitioner/leclerc", Set.of()), now))
                    .isEqualTo(new Refused(Reason.NO_RECORD));
        }

        @Test
        void tellsAnUnknownPatientLikeAClosedOne() {
            var call = CallingSoftware.call(now, claims -> claims.claim("patient", "urn:oid:1.2.250.1.213.1.4.8|1"));

            assertThat(calls.answer(call, doctor("Practitioner/leclerc", Set.of("jeanne")), now))
                    .isEqualTo(new Refused(Reason.NO_RECORD));
        }
    }

    private static Visitor doctor(String person, Set<String> patients) {
        var caller = new Caller(
                "Dr Leclerc", Optional.of(person), Optional.empty(), Purpose.CARE, Permit.patients(patients));
        return new Visitor("Dr Leclerc", Audience.PROFESSIONAL, Optional.empty(), caller);
    }
}
