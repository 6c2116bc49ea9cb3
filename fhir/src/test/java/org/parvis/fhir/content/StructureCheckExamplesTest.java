package org.parvis.fhir.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.content.Examples.Example;
import org.parvis.fhir.outcome.Issue;

/** What HAPI's strict parser accepts, the structure check accepts too, but for the examples named here. */
class StructureCheckExamplesTest {

    /** What each of these breaks, in R4's words; HAPI's parser does not look at it. */
    private static final Map<String, String> REFUSED_FOR_A_REASON = Map.of(
            "examples/bundle-questionnaire.json",
            "linkId is required in this element.",
            "examples/telesurv/Observation-TLSVObservationExample03.json",
            "reference \"QuestionnaireResponse001\" is neither Type/id, an absolute URL nor #id.",
            "examples/telesurv/Observation-TLSVObservationExample04.json",
            "reference \"QuestionnaireResponse001\" is neither Type/id, an absolute URL nor #id.",
            "examples/telesurv/Observation-TLSVObservationExample05.json",
            "reference \"QuestionnaireResponse001\" is neither Type/id, an absolute URL nor #id.",
            "cds.tgz!ValueSet-careteam-roles-vs.json",
            "value is required in this element.",
            "ep.tgz!StructureDefinition-fr-posologie.json",
            "value is required in this element.",
            "mos.tgz!ImplementationGuide-ans.fr.mos.json",
            "groupingId \"Classes communes\" is not an id: 1 to 64 letters of A-Z, a-z, digits, hyphens and points.");

    private final FhirContext r4 = FhirContext.forR4Cached();
    private final IParser hapi = r4.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
    private final JsonBodies json = new JsonBodies(Limits.standard());
    private final StructureCheck check = new StructureCheck(new Structures(r4));

    @Test
    void acceptsTheExamplesOfHl7() {
        assertThat(Examples.ofHl7(".json")).hasSizeGreaterThan(70).allSatisfy(this::isAcceptedOrRefusedForAReason);
    }

    @Test
    void acceptsTheExamplesAndPackagesOfTheFrenchGuides() throws IOException {
        assumeTrue(Examples.guides().isPresent(), "PARVIS_CORPUS is not set: the French guides are not read.");

        var examples = new ArrayList<>(Examples.ofGuides(Examples.guides().orElseThrow()));
        try (var packages = Files.list(Examples.guides().orElseThrow().resolve("packages"))) {
            for (Path tgz : packages.sorted().toList()) {
                examples.addAll(Examples.ofPackage(tgz));
            }
        }

        assertThat(examples).hasSizeGreaterThan(600).allSatisfy(this::isAcceptedOrRefusedForAReason);
    }

    private void isAcceptedOrRefusedForAReason(Example example) {
        List<Issue> issues = check.check(json.read(example.body()));

        if (REFUSED_FOR_A_REASON.containsKey(example.name())) {
            assertThat(new TreeSet<>(issues.stream().map(Issue::diagnostics).toList()))
                    .as(example.name())
                    .containsExactly(REFUSED_FOR_A_REASON.get(example.name()));
        } else if (isReadByHapi(example)) {
            assertThat(issues).as(example.name()).isEmpty();
        } else {
            assertThat(issues).as(example.name()).isNotEmpty();
        }
    }

    private boolean isReadByHapi(Example example) {
        try {
            hapi.parseResource(example.text());
            return true;
        } catch (DataFormatException refused) {
            return false;
        }
    }
}
