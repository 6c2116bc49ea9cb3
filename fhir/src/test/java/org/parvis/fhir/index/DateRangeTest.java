package org.parvis.fhir.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.fhir.outcome.Refusal;

/** R4 search.html, 3.1.1.4.7. */
class DateRangeTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Nested
    class Reading {

        @ParameterizedTest
        @CsvSource({
            "2026, 2025-12-31T23:00:00Z, 2026-12-31T23:00:00Z",
            "2026-03, 2026-02-28T23:00:00Z, 2026-03-31T22:00:00Z",
            "2026-12, 2026-11-30T23:00:00Z, 2026-12-31T23:00:00Z",
            "2024-02-29, 2024-02-28T23:00:00Z, 2024-02-29T23:00:00Z",
            "2026-03-29, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
            "2026-07-01T09:30, 2026-07-01T07:30:00Z, 2026-07-01T07:31:00Z",
            "2026-07-01T09:30Z, 2026-07-01T09:30:00Z, 2026-07-01T09:31:00Z",
            "2026-07-01T09:30:15, 2026-07-01T07:30:15Z, 2026-07-01T07:30:16Z",
            "2026-07-01T09:30:15Z, 2026-07-01T09:30:15Z, 2026-07-01T09:30:16Z",
            "2026-07-01T09:30:15.2-05:00, 2026-07-01T14:30:15.2Z, 2026-07-01T14:30:15.3Z",
            "2026-07-01T09:30:15.250+14:00, 2026-06-30T19:30:15.250Z, 2026-06-30T19:30:15.251Z",
            "2026-07-01T09:30:15.1234567Z, 2026-07-01T09:30:15.123456Z, 2026-07-01T09:30:15.123457Z",
            "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z, 2017-01-01T00:00:01Z",
        })
        void lastsAsLongAsTheLiteralIsVague(String literal, Instant low, Instant high) {
            assertThat(DateRange.parse(literal, PARIS)).isEqualTo(new DateRange(micros(low), micros(high)));
        }

        @Test
        void reachesBeyondTheLastYear() {
            assertThat(DateRange.parse("9999-12-31", PARIS).highMicros())
                    .isEqualTo(micros(Instant.parse("9999-12-31T23:00:00Z")));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "26",
                    "0000",
                    "20260",
                    "2026-",
                    "2026-13",
                    "2026-00",
                    "2026-2",
                    "2026-02-30",
                    "2023-02-29",
                    "2026-04-31",
                    "2026-01-01T",
                    "2026-01-01T9:30",
                    "2026-01-01T24:00",
                    "2026-01-01T09:60",
                    "2026-01-01T09:30:61",
                    "2026-01-01T09:30:00.",
                    "2026-01-01T09:30+25:00",
                    "2026-01-01T09:30+14:30",
                    "2026-01-01T09:30 02:00",
                    "2026-01-01 09:30",
                    "2026-01-01T09:30Zx",
                    "2026-01-01T09:30+",
                    "2026-01-01T09:30:00+0200",
                    "today",
                    "٢٠٢٦"
                })
        void isRefusedForADateThatDoesNotExist(String literal) {
            assertThatThrownBy(() -> DateRange.parse(literal, PARIS))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("'%s' is not a date that exists", literal);
        }
    }

    @Nested
    class Matching {

        private static final ZoneId UTC = ZoneId.of("UTC");

        /** HAPI's conformance table: the resource's date, the searched one with its prefix, whether it is found. */
        @ParameterizedTest
        @CsvFileSource(
                resources = "/ca/uhn/fhir/jpa/conformance/DateSearchTestCase.csv",
                ignoreLeadingAndTrailingWhitespace = true)
        void findsWhatTheReferenceServerFinds(String date, String query, String found) {
            var prefixed = Prefixed.parse(query);
            var searched = DateRange.parse(prefixed.literal(), UTC);

            var matches = DateRange.parse(date, UTC).matches(prefixed.prefix(), searched);

            assertThat(matches).isEqualTo(Boolean.parseBoolean(found));
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03, EQ, 2026, true",
            "2026, EQ, 2026-03, false",
            "2026, NE, 2026-03, true",
            "2026, GT, 2026-03, true",
            "2026-03-01, GT, 2026-03, false",
            "2026, LT, 2026-03, true",
            "2026-03, GE, 2026-03, true",
            "2026-02, GE, 2026-03, false",
            "2026-03, LE, 2026-03, true",
            "2026-04, LE, 2026-03, false",
            "2026-04, SA, 2026-03, true",
            "2026, SA, 2026-03, false",
            "2026-02, EB, 2026-03, true",
            "2026, EB, 2026-03, false",
            "2026, AP, 2026-03, true",
            "2027, AP, 2026-03, false",
        })
        void followsTheTableOfPrefixes(String date, Prefix prefix, String searched, boolean found) {
            var matches = DateRange.parse(date, UTC).matches(prefix, DateRange.parse(searched, UTC));

            assertThat(matches).isEqualTo(found);
        }

        @Test
        void findsAnOpenPeriodAfterItsStart() {
            var sinceMarch = new DateRange(DateRange.parse("2026-03", UTC).lowMicros(), Long.MAX_VALUE);

            assertThat(sinceMarch.matches(Prefix.GT, DateRange.parse("2050", UTC)))
                    .isTrue();
        }
    }

    @Nested
    class Widening {

        private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

        @Test
        void takesATenthOfTheDistanceFromNow() {
            var tenDaysAgo = new DateRange(micros(NOW) - days(11), micros(NOW) - days(10));

            assertThat(tenDaysAgo.around(NOW)).isEqualTo(new DateRange(micros(NOW) - days(12), micros(NOW) - days(9)));
        }

        @Test
        void leavesTheDayItselfAlone() {
            var today = new DateRange(micros(NOW), micros(NOW) + days(1));

            assertThat(today.around(NOW)).isEqualTo(today);
        }

        private static long days(int days) {
            return ChronoUnit.DAYS.getDuration().toMillis() * 1000 * days;
        }
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
