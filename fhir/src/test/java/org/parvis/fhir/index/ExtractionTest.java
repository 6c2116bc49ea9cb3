package org.parvis.fhir.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.fhir.index.IndexFixtures.indexed;
import static org.parvis.fhir.index.IndexFixtures.json;
import static org.parvis.fhir.index.IndexFixtures.param;

import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExtractionTest {

    private final Extraction extraction =
            Extraction.compile(IndexFixtures.PARAMS, IndexFixtures.R4, IndexFixtures.PARIS);

    @Nested
    class OfAWholeResource {

        @Test
        void namesEachValueByItsStoredParameter() {
            var flag = """
                    {"resourceType": "Flag", "id": "f1", "status": "active", "code": {"text": "Risque de chute"},
                     "subject": {"reference": "Patient/12"}}
                    """;

            assertThat(extraction.of(json(flag)))
                    .containsExactly(new Indexed(
                            param("Flag", "subject"), new ReferenceValue("Patient", "12", null, null, null)));
        }

        @Test
        void hasNothingForAnUnknownType() {
            assertThat(extraction.of(json("{\"resourceType\": \"Dossier\"}"))).isEmpty();
        }

        @Test
        void passesOverWhatIsMalformed() {
            var malformed = """
                    {"resourceType": "Patient", "name": "Durand", "identifier": [["x"]], "birthDate": {"year": 1970},
                     "telecom": {"value": {}}, "gender": [], "meta": []}
                    """;

            assertThat(extraction.of(json(malformed)).stream()
                            .map(indexed -> indexed.param().code()))
                    .containsExactly("deceased");
        }
    }

    @Nested
    class OfAComposite {

        private static final String PRESSURE = """
                {"resourceType": "Observation", "component": [
                  {"code": {"coding": [{"code": "sys"}]}, "valueQuantity": {"value": 120}},
                  {"code": {"coding": [{"code": "dia"}]}, "valueQuantity": {"value": 80}},
                  {"code": {"coding": [{"code": "none"}]}}]}
                """;

        @Test
        void pairsWhatStandsAtTheSameElement() {
            assertThat(indexed(PRESSURE, "component-code-value-quantity"))
                    .containsExactly(
                            new PairValue(TokenValue.of(null, "sys"), QuantityValue.of(new BigDecimal(120))),
                            new PairValue(TokenValue.of(null, "dia"), QuantityValue.of(new BigDecimal(80))));
        }

        @Test
        void pairsACodeWithADate() {
            var observation = """
                    {"resourceType": "Observation", "code": {"coding": [{"code": "dpa"}]}, "valueDateTime": "2026-03"}
                    """;

            assertThat(indexed(observation, "code-value-date"))
                    .containsExactly(new PairValue(
                            TokenValue.of(null, "dpa"), DateValue.of(DateRange.parse("2026-03", IndexFixtures.PARIS))));
        }

        @Test
        void pairsARelationWithItsTarget() {
            var document = """
                    {"resourceType": "DocumentReference",
                     "relatesTo": [{"code": "replaces", "target": {"reference": "DocumentReference/1"}}]}
                    """;

            assertThat(indexed(document, "relationship"))
                    .containsExactly(new PairValue(
                            TokenValue.of("http://hl7.org/fhir/document-relationship-type", "replaces"),
                            new ReferenceValue("DocumentReference", "1", null, null, null)));
        }
    }

    @Nested
    class OfAPosition {

        @Test
        void takesBothCoordinates() {
            var location = """
                    {"resourceType": "Location", "position": {"latitude": 50.63, "longitude": 3.06}}
                    """;

            assertThat(indexed(location, "near")).containsExactly(new PositionValue(50.63, 3.06));
        }

        @Test
        void hasNoValueForHalfAPosition() {
            assertThat(indexed("{\"resourceType\": \"Location\", \"position\": {\"latitude\": 50.63}}", "near"))
                    .isEmpty();
        }
    }

    @Nested
    class OfR4 {

        /** What every standard parameter has: a way compiled to steps, so that HAPI's engine is never asked. */
        @Test
        void compilesEveryStandardParameter() {
            var compiler = new ExtractionCompiler(IndexFixtures.R4, IndexFixtures.PARIS);

            assertThat(IndexFixtures.PARAMS.types())
                    .allSatisfy(type -> assertThat(compiler.compile(IndexFixtures.PARAMS.of(type))
                                    .rules())
                            .extracting(TypeExtraction.Rule::extractor)
                            .allMatch(way -> way instanceof Extractor.Simple || way instanceof Extractor.Composite));
        }
    }
}
