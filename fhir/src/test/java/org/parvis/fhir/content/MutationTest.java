package org.parvis.fhir.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parvis.fhir.content.Examples.Example;
import org.parvis.fhir.outcome.Refusal;

/** Damaged bodies are read or refused, soon; nothing else ever happens to them. */
@Timeout(60)
class MutationTest {

    private static final List<String> SHARDS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "0",
            "-",
            "1e9",
            "\\ud800",
            "\\u0000",
            "&",
            "<",
            "</div>",
            "<!DOCTYPE a>",
            "<!--",
            "]]>",
            "\u0000",
            "é",
            "/>",
            "resourceType",
            "contained",
            "extension",
            "_id");
    private static final int ROUNDS = 1_500;

    private final Structures structures = new Structures(FhirContext.forR4Cached());
    private final StructureCheck check = new StructureCheck(structures);
    private final JsonBodies json = new JsonBodies(Limits.standard());
    private final XmlBodies xml = new XmlBodies(structures, Limits.standard());

    @Test
    void ofJsonAreReadOrRefused() {
        onMutations(".json", body -> {
            ObjectNode tree = json.read(body);
            if (check.check(tree).isEmpty()) {
                assertThat(json.read(json.write(tree))).isEqualTo(tree);
                assertThat(check.check(xml.read(xml.write(tree)))).isEmpty();
            }
        });
    }

    @Test
    void ofXmlAreReadOrRefused() {
        onMutations(".xml", body -> check.check(xml.read(body)));
    }

    private static void onMutations(String suffix, Consumer<byte[]> reader) {
        var random = new Random(20260101);
        List<Example> small = Examples.ofHl7(suffix).stream()
                .filter(example -> example.text().length() < 8_000)
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = mutated(small.get(random.nextInt(small.size())).text(), random);
            readOrRefuse(body, reader);
        }
    }

    private static void readOrRefuse(byte[] body, Consumer<byte[]> reader) {
        try {
            reader.accept(body);
        } catch (Refusal refused) {
            assertThat(refused.issues()).isNotEmpty();
        } catch (RuntimeException | StackOverflowError broken) {
            throw new AssertionError(new String(body, UTF_8), broken);
        }
    }

    private static byte[] mutated(String text, Random random) {
        var mutant = new StringBuilder(text);
        for (int cut = random.nextInt(3); cut >= 0; cut--) {
            int from = random.nextInt(mutant.length());
            int to = Math.min(mutant.length(), from + random.nextInt(random.nextInt(10) == 0 ? 500 : 4));
            mutant.replace(from, to, random.nextBoolean() ? "" : SHARDS.get(random.nextInt(SHARDS.size())));
        }
        byte[] body = mutant.toString().getBytes(UTF_8);
        if (random.nextInt(4) == 0) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }
}
