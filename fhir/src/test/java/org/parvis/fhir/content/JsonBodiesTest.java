package org.parvis.fhir.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.fhir.outcome.Issue;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

class JsonBodiesTest {

    private static final Limits SMALL = new Limits(2_000, 5, 40, 3, 60);

    private final JsonBodies bodies = new JsonBodies(SMALL);

    private String roundTrip(String json) {
        return new String(bodies.write(bodies.read(json.getBytes(UTF_8))), UTF_8);
    }

    private Refusal refusalOf(byte[] body) {
        return catchThrowableOfType(Refusal.class, () -> bodies.read(body));
    }

    private Refusal refusalOf(String json) {
        return refusalOf(json.getBytes(UTF_8));
    }

    private static void assertRefused(
            Refusal refusal, int status, IssueCode code, String text, @Nullable String expression) {
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.issues()).isEqualTo(List.of(Issue.error(code, text, expression)));
    }

    @Nested
    class Decimals {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1.50",
                    "0.00",
                    "-0.0",
                    "-0",
                    "1.50E2",
                    "1e-7",
                    "0.0000001",
                    "100",
                    "1E+400",
                    "12345678901234567890.10"
                })
        void keepTheirLiteral(String literal) {
            var json = "{\"value\":" + literal + "}";

            assertThat(roundTrip(json)).isEqualTo(json);
        }

        @Test
        void keepTheirValue() {
            var tree = bodies.read("{\"value\":1.50E2}".getBytes(UTF_8));

            assertThat(tree.get("value").decimalValue()).isEqualByComparingTo("150");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1e1001", "1e-1001", "1e99999999999"})
        void areRefusedBeyondAnyMeasure(String literal) {
            assertThat(refusalOf("{\"value\":" + literal + "}").status()).isEqualTo(400);
        }
    }

    @Nested
    class Places {

        @Test
        void ofADuplicateNameAreLineColumnAndPath() {
            var refusal = refusalOf("""
                    {"resourceType": "Patient",
                     "name": [{"family": "É", "family": "Martin"}]}
                    """);

            assertRefused(
                    refusal,
                    400,
                    IssueCode.INVALID,
                    "The name \"family\" occurs twice in one object (line 2, column 27).",
                    "Patient.name[0].family");
        }

        @Test
        void ofANullAreLineColumnAndPath() {
            var refusal = refusalOf("{\"resourceType\":\"Patient\",\"gender\":null}");

            assertRefused(
                    refusal,
                    400,
                    IssueCode.INVALID,
                    "The value is null: an absent element is left out (line 1, column 36).",
                    "Patient.gender");
        }

        @Test
        void ofASyntaxErrorAreLineAndPath() {
            var refusal = refusalOf("{\n\"name\": [{\"family\": Martin}]}");

            assertThat(refusal).hasMessageContaining("line 2");
            assertThat(refusal.issues().getFirst().expression()).isEqualTo("Resource.name[0].family");
        }
    }

    @Nested
    class Charsets {

        @Test
        void acceptAByteOrderMarkOfUtf8() {
            assertThat(roundTrip("\uFEFF{\"family\":\"Noé\"}")).isEqualTo("{\"family\":\"Noé\"}");
        }

        @Test
        void refuseUtf16() {
            assertRefused(
                    refusalOf("{}".getBytes(UTF_16)),
                    400,
                    IssueCode.INVALID,
                    "The body is UTF-16 or UTF-32; FHIR is exchanged as UTF-8.",
                    null);
        }

        @Test
        void refuseLatin1() {
            var body = "{\n\"a\":\"é\"}".getBytes(ISO_8859_1);

            assertRefused(
                    refusalOf(body),
                    400,
                    IssueCode.INVALID,
                    "The body is not UTF-8: byte 0xe9 at line 2, column 6.",
                    null);
        }
    }

    @Nested
    class LimitsOfABody {

        @Test
        void refuseTooManyBytes() {
            var body = new byte[2_001];

            assertRefused(
                    refusalOf(body), 413, IssueCode.TOO_LONG, "The body has 2001 bytes; the limit is 2000.", null);
        }

        @Test
        void refuseTooMuchNesting() {
            var refusal = refusalOf("[".repeat(500));

            assertThat(refusal.status()).isEqualTo(413);
            assertThat(refusal)
                    .hasMessage("Document nesting depth (6) exceeds the maximum allowed (5) (line 1, column 6).");
        }

        @Test
        void refuseALongString() {
            var refusal = refusalOf("{\"family\":\"" + "x".repeat(41) + "\"}");

            assertThat(refusal.status()).isEqualTo(413);
            assertThat(refusal).hasMessageStartingWith("A string has 41 characters; the limit is 40");
        }

        @Test
        void leaveBase64ContentToTheLimitOfTheBody() {
            var json = "{\"data\":\"" + "QUJD".repeat(100) + "\"}";

            assertThat(roundTrip(json)).isEqualTo(json);
        }

        @Test
        void refuseALongNumber() {
            assertThat(refusalOf("{\"value\":" + "9".repeat(101) + "}").status())
                    .isEqualTo(413);
        }

        @Test
        void refuseTooManyValues() {
            assertThat(refusalOf("{\"a\":[" + "1,".repeat(60) + "1]}").status()).isEqualTo(413);
        }

        @Test
        void refuseTooManyEntriesOfABundle() {
            assertRefused(
                    refusalOf("{\"resourceType\":\"Bundle\",\"entry\":[{},{},{},{}]}"),
                    413,
                    IssueCode.TOO_LONG,
                    "The bundle holds 4 entries; the limit is 3.",
                    "Bundle.entry");
        }
    }

    @Nested
    class Documents {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "[]",
                    "\"x\"",
                    "12",
                    "null",
                    "{} {}",
                    "{}x",
                    "{'a':1}",
                    "{\"a\":1,}",
                    "{\"a\":01}",
                    "{\"a\":NaN}",
                    "{\"a\":\"\u0001\"}",
                    "{\"a\":1",
                    "{\"a\"",
                    "{/**/}",
                    "{\"a\":.5}",
                    "{\"a\":+1}"
                })
        void areRefusedUnlessTheyAreOneJsonObject(String json) {
            assertThat(refusalOf(json).status()).isEqualTo(400);
        }

        @Test
        void keepTheOrderOfTheirNames() {
            var json = "{\"z\":1,\"a\":[true,null,\"x\"],\"m\":{\"b\":false}}";

            assertThat(roundTrip(json)).isEqualTo(json);
        }
    }

    @Nested
    class PatchDocuments {

        @Test
        void mayHoldNull() {
            var patch = bodies.readPatch("[{\"op\":\"add\",\"value\":null}]".getBytes(UTF_8));

            assertThat(patch.at("/0/value").isNull()).isTrue();
        }

        @Test
        void areArrays() {
            var refusal = catchThrowableOfType(Refusal.class, () -> bodies.readPatch("{}".getBytes(UTF_8)));

            assertThat(refusal).hasMessage("A JSON Patch is an array of operations, not an object.");
        }
    }
}
