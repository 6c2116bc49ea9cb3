package org.parvis.fhir.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrimitiveTest {

    private static boolean fits(String type, String text) {
        return Primitive.named(type).fault(TextNode.valueOf(text)) == null;
    }

    @Nested
    class Dates {

        @ParameterizedTest
        @ValueSource(strings = {"2023", "2023-12", "2024-02-29", "0001-01-01", "2000-02-29"})
        void areDaysMonthsOrYears(String text) {
            assertThat(fits("date", text)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2023-02-29",
                    "1900-02-29",
                    "2023-04-31",
                    "2023-13",
                    "2023-00",
                    "2023-1-1",
                    "0000",
                    "23",
                    "2023-02-",
                    "2023/02/01",
                    "20230201",
                    "2023-01-00",
                    "2023-01-01T00:00:00Z",
                    "-2023",
                    "２０２３",
                    ""
                })
        void areRefusedWhenTheyDoNotExist(String text) {
            assertThat(fits("date", text)).isFalse();
        }
    }

    @Nested
    class DateTimes {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2023",
                    "2023-02-01",
                    "2023-02-01T12:30:00Z",
                    "2023-02-01T12:30:00.123456789+02:00",
                    "2023-02-01T23:59:60-14:00"
                })
        void holdAZoneAsSoonAsTheyHoldATime(String text) {
            assertThat(fits("dateTime", text)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2023-02-01T12:30:00",
                    "2023-02-01T12:30Z",
                    "2023-02-01T24:00:00Z",
                    "2023-02-01 12:30:00Z",
                    "2023-02-30T12:30:00Z",
                    "2023-02-01T12:60:00Z",
                    "2023-02-01T12:30:61Z",
                    "2023-02-01T12:30:00.Z",
                    "2023-02-01T12:30:00+14:30",
                    "2023-02-01T12:30:00+0200",
                    "2023-02-01T",
                    "2023-02-01T12:30:00z"
                })
        void areRefusedOtherwise(String text) {
            assertThat(fits("dateTime", text)).isFalse();
        }

        @Test
        void areNoInstantsWithoutATime() {
            assertThat(fits("instant", "2023-02-01")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"12:30:00, true", "23:59:60.5, true", "24:00:00, false", "12:30, false", "12:30:00Z, false", "'', false"
    })
    void timesHaveSecondsAndNoZone(String text, boolean fits) {
        assertThat(fits("time", text)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"final, true", "a b, true", "a  b, false", "' a', false", "'a ', false", "'', false"})
    void codesHoldSingleInnerSpacesOnly(String text, boolean fits) {
        assertThat(fits("code", text)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"a-1.B, true", "a_b, false", "é, false", "'', false"})
    void idsAreLettersDigitsHyphensAndPoints(String text, boolean fits) {
        assertThat(fits("id", text)).isEqualTo(fits);
    }

    @Test
    void idsHaveAtMost64Characters() {
        assertThat(fits("id", "a".repeat(64))).isTrue();
        assertThat(fits("id", "a".repeat(65))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"http://x/é, true", "urn:oid:1.2, true", "a b, false", "'a\u00a0b', true", "'', false"})
    void urisHoldNoSpace(String text, boolean fits) {
        assertThat(fits("uri", text)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"urn:oid:1.2.250.1, true", "urn:oid:3.1, false", "urn:oid:1.02, false", "1.2.3, false"})
    void oidsAreUrns(String text, boolean fits) {
        assertThat(fits("oid", text)).isEqualTo(fits);
    }

    @Test
    void oidsOfAnyLengthAreReadWithoutExhaustingTheStack() {
        assertThat(fits("oid", "urn:oid:1" + ".12".repeat(300_000))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0, true",
        "urn:uuid:0C3151BD-1CBF-4D64-B04D-CD9187A4C6E0, false",
        "0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0, false"
    })
    void uuidsAreLowerCaseUrns(String text, boolean fits) {
        assertThat(fits("uuid", text)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "QUJD, true",
        "QUI=, true",
        "QQ==, true",
        "'QU JD\n', true",
        "QUJ, false",
        "Q===, false",
        "QU=D, false",
        "QUJ-, false",
        "'', false"
    })
    void base64IsWhole(String text, boolean fits) {
        assertThat(fits("base64Binary", text)).isEqualTo(fits);
    }

    @Nested
    class Strings {

        @Test
        void mayHoldLineBreaksAndCharactersBeyondTheFirstPlane() {
            assertThat(fits("string", "a\r\n\tb 🩺")).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\u0000b", "\u001b[0m", "\ud83e", "\udd7a\ud83e", "x\ud83ey"})
        void holdNoControlsAndNoHalfCharacters(String text) {
            assertThat(fits("string", text)).isFalse();
        }

        @Test
        void holdAtMostOneMegabyte() {
            assertThat(fits("string", "a".repeat(1024 * 1024))).isTrue();
            assertThat(fits("markdown", "a".repeat(1024 * 1024 + 1))).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "integer, -2147483648, true",
        "integer, 2147483648, false",
        "unsignedInt, 0, true",
        "unsignedInt, -1, false",
        "positiveInt, 1, true",
        "positiveInt, 0, false"
    })
    void integersHaveTheirRange(String type, long value, boolean fits) {
        var node = value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);

        assertThat(Primitive.named(type).fault(node) == null).isEqualTo(fits);
    }
}
