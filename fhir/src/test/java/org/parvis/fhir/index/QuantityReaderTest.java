package org.parvis.fhir.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.fhir.index.IndexFixtures.indexed;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** R4 search.html, 3.1.1.4.13. */
class QuantityReaderTest {

    private static final String KG = "\"unit\": \"kilo\", \"system\": \"http://unitsofmeasure.org\", \"code\": \"kg\"";

    @Test
    void takesAnAmountWithItsUnit() {
        assertThat(indexed(observation("valueQuantity", "{\"value\": 72.50, " + KG + "}"), "value-quantity"))
                .containsExactly(kg(new BigDecimal("72.50"), new BigDecimal("72.50")));
    }

    @Test
    void readsAComparatorAsABound() {
        assertThat(indexed(observation("valueQuantity", "{\"value\": 5, \"comparator\": \"<\"}"), "value-quantity"))
                .containsExactly(new QuantityValue(null, null, null, null, new BigDecimal(5)));
        assertThat(indexed(observation("valueQuantity", "{\"value\": 5, \"comparator\": \">=\"}"), "value-quantity"))
                .containsExactly(new QuantityValue(null, null, null, new BigDecimal(5), null));
    }

    @Test
    void takesARangeAsItsEnds() {
        var condition = """
                {"resourceType": "Condition", "onsetRange": {"low": {"value": 40, %s}, "high": {"value": 50, %s}}}
                """.formatted(KG, KG);

        assertThat(indexed(condition, "onset-age")).containsExactly(kg(new BigDecimal(40), new BigDecimal(50)));
    }

    @Test
    void takesMoneyByItsCurrency() {
        var extraction = Extraction.compile(
                IndexFixtures.PARAMS.with(PostedParametersTest.invoiceTotal()), IndexFixtures.R4, IndexFixtures.PARIS);
        var invoice = """
                {"resourceType": "Invoice", "totalNet": {"value": 26.50, "currency": "EUR"}}
                """;

        assertThat(indexed(extraction, invoice, "total"))
                .containsExactly(new QuantityValue(
                        "urn:iso:std:iso:4217", "EUR", "EUR", new BigDecimal("26.50"), new BigDecimal("26.50")));
    }

    @Test
    void takesTheLimitsOfSampledData() {
        var sampled = """
                {"origin": {"value": 0, "unit": "mV"}, "period": 10, "dimensions": 1, "lowerLimit": -3, "upperLimit": 3}
                """;

        assertThat(indexed(observation("valueSampledData", sampled), "value-quantity"))
                .containsExactly(new QuantityValue(null, null, "mV", new BigDecimal(-3), new BigDecimal(3)));
    }

    private static String observation(String member, String value) {
        return "{\"resourceType\": \"Observation\", \"%s\": %s}".formatted(member, value);
    }

    private static QuantityValue kg(BigDecimal low, BigDecimal high) {
        return new QuantityValue("http://unitsofmeasure.org", "kg", "kilo", low, high);
    }
}
