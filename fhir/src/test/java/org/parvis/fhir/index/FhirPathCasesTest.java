package org.parvis.fhir.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.fhir.outcome.Refusal;

/** HL7's FHIRPath suite, each case by the way it would take as the expression of a search parameter. */
class FhirPathCasesTest {

    private static final String EXCEPTIONS = "fhirpath-exceptions.txt";

    private final R4Elements elements = new R4Elements(IndexFixtures.R4);
    private final FhirPathFallback engine = new FhirPathFallback(IndexFixtures.R4);

    @Test
    void areAnsweredAsTheSuiteSaysButForTheNamedExceptions() throws Exception {
        var otherwise = FhirPathCase.all().stream()
                .filter(test -> !passes(test))
                .map(FhirPathCase::name)
                .toList();

        assertThat(otherwise).containsExactlyInAnyOrderElementsOf(exceptions());
    }

    @Test
    void areCompiledWhereTheyAreWrittenLikeSearchParameters() throws Exception {
        var compiled = FhirPathCase.all().stream().filter(test -> compiled(test).isPresent());

        assertThat(compiled).hasSize(43);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient.name.where(given = 'Peter').use",
                "Patient.name.where(given != 'Jim').use",
                "Patient.name.where(family != 'Chalmers').use",
                "Patient.where(active).name.use",
                "Patient.contact.where(gender).relationship.text"
            })
    void areAnsweredAlikeByCompiledPathsAndTheEngine(String expression) {
        var test = new FhirPathCase(expression, expression, "patient-example.xml", false, List.of());
        List<FhirPathOutput> evaluated = new ArrayList<>();
        engine.prepare(expression, "expression")
                .evaluate(test.resource(), (type, node) -> evaluated.add(FhirPathOutput.found(type, node)));

        assertThat(answer(test)).isEqualTo(evaluated);
    }

    private boolean passes(FhirPathCase test) {
        var found = answer(test);
        return found.size() == test.outputs().size()
                && IntStream.range(0, found.size())
                        .allMatch(at -> test.outputs().get(at).isMetBy(found.get(at)));
    }

    private List<FhirPathOutput> answer(FhirPathCase test) {
        List<FhirPathOutput> found = new ArrayList<>();
        try {
            walk(test, (type, node) -> found.add(FhirPathOutput.found(type, node)));
        } catch (Refusal refused) {
            // What the suite calls invalid has no output; as the expression of a parameter it is refused.
            return List.of();
        }
        return test.predicate() ? List.of(FhirPathOutput.of(!found.isEmpty())) : found;
    }

    private void walk(FhirPathCase test, Step.Sink sink) {
        var compiled = compiled(test);
        if (compiled.isPresent()) {
            compiled.get().step().visit(test.resource(), sink);
            return;
        }
        engine.prepare(test.expression(), "expression").evaluate(test.resource(), sink);
    }

    private Optional<CompiledPath> compiled(FhirPathCase test) {
        var type = elements.resource(test.resource().path("resourceType").asText());
        return PathParser.parse(test.expression()).flatMap(path -> PathCompiler.compile(path, type, elements));
    }

    /** The cases that are answered otherwise: the indented words of the file, below the reason of each group. */
    private static List<String> exceptions() throws IOException {
        try (var in = Objects.requireNonNull(FhirPathCasesTest.class.getResourceAsStream(EXCEPTIONS))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("  "))
                    .flatMap(line -> Stream.of(line.strip().split(" ")))
                    .toList();
        }
    }
}
