package org.parvis.fhir.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.access.Rights;
import org.parvis.fhir.trace.TraceQuery.Criterion;

/** Who reads which entries of the trace. */
class TraceRightsTest {

    private static final Optional<Criterion> EVERYTHING = Optional.empty();

    static Stream<Arguments> callers() {
        return Stream.of(
                Arguments.of("data protection officer", Purpose.SUPPORT, "", Permit.everything(), EVERYTHING),
                Arguments.of("patient", Purpose.PATIENT, "Patient/1", Permit.patients(Set.of("1")), about("1")),
                Arguments.of(
                        "carer of two",
                        Purpose.PATIENT,
                        "RelatedPerson/7",
                        Permit.patients(Set.of("1", "2")),
                        about("1", "2")),
                Arguments.of("caller who may see nobody", Purpose.SUPPORT, "", Permit.patients(Set.of()), about()),
                Arguments.of(
                        "patient by policy",
                        Purpose.PATIENT,
                        "Patient/1",
                        rights("Patient/1"),
                        Optional.of(new Criterion.Represented(Set.of("Patient/1")))),
                Arguments.of(
                        "doctor by policy",
                        Purpose.CARE,
                        "Practitioner/3",
                        rights("Practitioner/3"),
                        by("Practitioner/3")),
                Arguments.of(
                        "data protection officer by policy",
                        Purpose.STEERING,
                        "Practitioner/9",
                        rights("Practitioner/9", "AuditEvent"),
                        EVERYTHING),
                Arguments.of(
                        "professional",
                        Purpose.CARE,
                        "Practitioner/3",
                        Permit.organisations(Set.of("chu")),
                        by("Practitioner/3")),
                Arguments.of("program of a structure", Purpose.SUPPORT, "", Permit.organisations(Set.of("chu")), by()));
    }

    private static Permit rights(String holder, String... open) {
        return Permit.rights(new Rights(Set.of(holder), Set.of(), Set.of(open), List.of(), List.of(), Purpose.CARE));
    }

    private static Optional<Criterion> about(String... patients) {
        return Optional.of(new Criterion.Patients(Set.of(patients)));
    }

    private static Optional<Criterion> by(String... persons) {
        return Optional.of(new Criterion.Persons(Set.of(persons)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("callers")
    void followsWhatTheCallerMaySee(
            String who, Purpose purpose, String person, Permit permit, Optional<Criterion> limit) {
        var caller =
                new Caller(who, Optional.of(person).filter(text -> !text.isEmpty()), Optional.empty(), purpose, permit);

        assertThat(TraceRights.of(caller).limit()).isEqualTo(limit);
    }
}
