package org.parvis.fhir.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.fhir.index.IndexFixtures.PARIS;
import static org.parvis.fhir.index.IndexFixtures.indexed;

import org.junit.jupiter.api.Test;

/** R4 search.html, 3.1.1.4.7. */
class DateReaderTest {

    @Test
    void takesAPartialDateAsARange() {
        assertThat(indexed("{\"resourceType\": \"Patient\", \"birthDate\": \"1970-05\"}", "birthdate"))
                .containsExactly(DateValue.of(range("1970-05")));
    }

    @Test
    void takesAPeriodFromStartToEnd() {
        var encounter = """
                {"resourceType": "Encounter", "period": {"start": "2026-03-01T09:00:00+01:00", "end": "2026-03-02"}}
                """;

        assertThat(indexed(encounter, "date"))
                .containsExactly(new DateValue(
                        range("2026-03-01T09:00:00+01:00").lowMicros(),
                        range("2026-03-02").highMicros()));
    }

    @Test
    void leavesAPeriodOpenWhereNothingIsSaid() {
        assertThat(indexed("{\"resourceType\": \"Encounter\", \"period\": {\"start\": \"2026\"}}", "date"))
                .containsExactly(new DateValue(range("2026").lowMicros(), Long.MAX_VALUE));
        assertThat(indexed("{\"resourceType\": \"Encounter\", \"period\": {\"end\": \"2026\"}}", "date"))
                .containsExactly(new DateValue(Long.MIN_VALUE, range("2026").highMicros()));
    }

    @Test
    void hasNoValueForAPeriodThatSaysNothing() {
        assertThat(indexed("{\"resourceType\": \"Encounter\", \"period\": {\"id\": \"a\"}}", "date"))
                .isEmpty();
    }

    @Test
    void takesTheOuterLimitsOfATiming() {
        var request = """
                {"resourceType": "ServiceRequest", "occurrenceTiming": {
                    "event": ["2026-03-10", "2026-03-01"], "repeat": {"boundsPeriod": {"start": "2026-03-05", "end": "2026-04"}}}}
                """;

        assertThat(indexed(request, "occurrence"))
                .containsExactly(new DateValue(
                        range("2026-03-01").lowMicros(), range("2026-04").highMicros()));
    }

    @Test
    void hasNoValueForADateThatDoesNotExist() {
        assertThat(indexed("{\"resourceType\": \"Patient\", \"birthDate\": \"2023-02-29\"}", "birthdate"))
                .isEmpty();
    }

    private static DateRange range(String date) {
        return DateRange.parse(date, PARIS);
    }
}
