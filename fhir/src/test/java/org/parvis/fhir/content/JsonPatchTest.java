package org.parvis.fhir.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parvis.fhir.outcome.Refusal;

class JsonPatchTest {

    private static final JsonBodies JSON = new JsonBodies(Limits.standard());
    private static final JsonPatch PATCH = new JsonPatch(new Limits(1_000, 10, 1_000, 10, 300));

    private static ObjectNode tree(String json) {
        return JSON.read(json.replace('\'', '"').getBytes(UTF_8));
    }

    private static ArrayNode operations(String json) {
        return JSON.readPatch(json.replace('\'', '"').getBytes(UTF_8));
    }

    private static ObjectNode patched(String target, String operations) {
        return PATCH.apply(tree(target), operations(operations));
    }

    private static Refusal refusalOf(String target, String operations) {
        return catchThrowableOfType(Refusal.class, () -> patched(target, operations));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void passesTheCasesOfHl7(String name, JsonNode test) {
        var target = (ObjectNode) test.get("doc");
        var operations = (ArrayNode) test.get("patch");

        if (test.has("error")) {
            assertThatThrownBy(() -> PATCH.apply(target, operations)).isInstanceOf(Refusal.class);
        } else {
            assertThat(PATCH.apply(target, operations)).isEqualTo(test.get("expected"));
        }
    }

    static Stream<Arguments> passesTheCasesOfHl7() {
        ArrayNode cases =
                JSON.readPatch(Examples.hl7("patch/json-patch-tests.json").getBytes(UTF_8));
        return cases.valueStream().map(test -> Arguments.of(test.get("comment").asText(), test));
    }

    @Nested
    class Applying {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{'a':[1,2]}        | [{'op':'add','path':'/a/-','value':3}]             | {'a':[1,2,3]}",
                    "{'a':[1,2]}        | [{'op':'add','path':'/a/0','value':0}]             | {'a':[0,1,2]}",
                    "{'a':1}            | [{'op':'add','path':'/a','value':null}]            | {'a':null}",
                    "{'a':1}            | [{'op':'add','path':'','value':{'b':2}}]           | {'b':2}",
                    "{'':1}             | [{'op':'replace','path':'/','value':2}]            | {'':2}",
                    "{'a/b':1,'m~n':2}  | [{'op':'remove','path':'/a~1b'},{'op':'test','path':'/m~0n','value':2}] | {'m~n':2}",
                    "{'a':[1,2,3]}      | [{'op':'move','from':'/a/2','path':'/a/0'}]        | {'a':[3,1,2]}",
                    "{'a':{'b':1}}      | [{'op':'copy','from':'/a','path':'/c'},{'op':'replace','path':'/a/b','value':2}] | {'a':{'b':2},'c':{'b':1}}",
                    "{'a':1.50}         | [{'op':'test','path':'/a','value':15e-1}]          | {'a':1.50}",
                    "{'a':{'b':1,'c':[]}} | [{'op':'test','path':'/a','value':{'c':[],'b':1}}] | {'a':{'b':1,'c':[]}}",
                    "{'a':1}            | [{'op':'move','from':'/a','path':'/a'}]            | {'a':1}",
                })
        void doesWhatRfc6902Says(String target, String operations, String result) {
            assertThat(patched(target, operations).toString()).isEqualTo(strict(result));
        }

        /** Unlike a resource, a test's result may hold null. */
        private static String strict(String json) {
            return json.replace('\'', '"');
        }

        @Test
        void leavesTheTargetAsItIs() {
            var target = tree("{'a':{'b':[1]}}");

            PATCH.apply(target, operations("[{'op':'add','path':'/a/b/0','value':2}]"));

            assertThat(target).isEqualTo(tree("{'a':{'b':[1]}}"));
        }

        @Test
        void keepsTheLiteralOfDecimals() {
            assertThat(patched("{'a':1}", "[{'op':'replace','path':'/a','value':1.0E2}]"))
                    .hasToString("{\"a\":1.0E2}");
        }
    }

    @Nested
    class Refusing {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "422 | [{'op':'remove','path':'/b'}]                     | Operation 0 (remove /b) failed: there is nothing at /b.",
                    "422 | [{'op':'test','path':'/a','value':2}]             | Operation 0 (test /a) failed: the value there is not the expected one.",
                    "422 | [{'op':'add','path':'/c/4','value':2}]            | Operation 0 (add /c/4) failed: the array has 1 items.",
                    "422 | [{'op':'add','path':'/c/01','value':2}]           | Operation 0 (add /c/01) failed: the array has 1 items.",
                    "422 | [{'op':'remove','path':'/c/-'}]                   | Operation 0 (remove /c/-) failed: there is nothing at /c/-.",
                    "422 | [{'op':'add','path':'/a/x','value':2}]            | Operation 0 (add /a/x) failed: the parent of its path is neither an object nor an array.",
                    "422 | [{'op':'move','from':'/d','path':'/d/e'}]         | Operation 0 (move /d/e) failed: a value does not move into itself.",
                    "422 | [{'op':'remove','path':''}]                       | Operation 0 (remove ) failed: the resource itself is deleted with DELETE.",
                    "422 | [{'op':'replace','path':'','value':[]}]           | Operation 0 (replace ) failed: it leaves an array in place of the resource.",
                    "400 | [{'op':'add','path':'/b'}]                        | Operation 0 (add /b) is refused: it has no value.",
                    "400 | [{'op':'add','path':'b','value':1}]               | Operation 0 (add b) is refused: its path is not a JSON pointer.",
                    "400 | [{'op':'add','path':'/b~2','value':1}]            | Operation 0 (add /b~2) is refused: its path is not a JSON pointer.",
                    "400 | [{'op':'copy','path':'/b'}]                       | Operation 0 (copy /b) is refused: its from is not a string.",
                    "400 | [{'op':'test','path':'/a','value':1},{'op':'merge','path':'/b'}] | Operation 1 (merge /b) is refused: JSON Patch has no operation of that name.",
                    "400 | [1]                                               | Operation 0 ( ) is refused: its path is not a string.",
                })
        void namesTheOperation(int status, String operations, String message) {
            var refusal = refusalOf("{'a':1,'c':[1],'d':{}}", operations);

            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal).hasMessage(message);
        }

        @Test
        void coversCopiesOfCopies() {
            var doubling = "{'op':'copy','from':'','path':'/b'},".repeat(30);

            var refusal = refusalOf("{'a':1}", "[" + doubling.substring(0, doubling.length() - 1) + "]");

            assertThat(refusal.status()).isEqualTo(413);
            assertThat(refusal).hasMessageContaining("nested deeper than 10");
        }

        @Test
        void coversCopiesThatGrowInBreadth() {
            var doubling = "{'op':'copy','from':'/a','path':'/a/-'},".repeat(100);

            var refusal = refusalOf("{'a':[1,2,3]}", "[" + doubling.substring(0, doubling.length() - 1) + "]");

            assertThat(refusal.status()).isEqualTo(413);
        }

        @Test
        void coversPatchesWithoutEnd() {
            var many = "{'op':'test','path':'/a','value':1},".repeat(1_001);

            assertThat(refusalOf("{'a':1}", "[" + many.substring(0, many.length() - 1) + "]")
                            .status())
                    .isEqualTo(413);
        }
    }
}
