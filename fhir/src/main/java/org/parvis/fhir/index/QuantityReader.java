package org.parvis.fhir.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Numbers and measured amounts (R4 search.html, number and quantity). */
final class QuantityReader implements ValueReader {

    private static final Set<String> QUANTITIES =
            Set.of("Quantity", "SimpleQuantity", "Age", "Duration", "Count", "Distance", "MoneyQuantity");
    private static final Set<String> OTHERS =
            Set.of("Money", "Range", "SampledData", "decimal", "integer", "positiveInt", "unsignedInt");
    private static final String CURRENCIES = "urn:iso:std:iso:4217";

    @Override
    public boolean reads(FhirType type) {
        return QUANTITIES.contains(type.name()) || OTHERS.contains(type.name());
    }

    @Override
    public void read(FhirType type, JsonNode node, Consumer<IndexValue> values) {
        var value = switch (type.name()) {
            case "Money" -> money(node);
            case "Range" -> between(node.path("low"), node.path("high"));
            case "SampledData" -> sampled(node);
            case "decimal", "integer", "positiveInt", "unsignedInt" -> in(node, number(node), number(node));
            default -> quantity(node);
        };
        if (value.low() != null || value.high() != null) {
            values.accept(value);
        }
    }

    /** With a comparator, the amount is only known to be below or above what is written. */
    private static QuantityValue quantity(JsonNode node) {
        var amount = number(node.path("value"));
        return switch (Objects.requireNonNullElse(ValueReader.text(node, "comparator"), "")) {
            case "<", "<=" -> in(node, null, amount);
            case ">", ">=" -> in(node, amount, null);
            default -> in(node, amount, amount);
        };
    }

    private static QuantityValue money(JsonNode node) {
        var amount = number(node.path("value"));
        var currency = ValueReader.text(node, "currency");
        return new QuantityValue(currency == null ? null : CURRENCIES, currency, currency, amount, amount);
    }

    private static QuantityValue between(JsonNode low, JsonNode high) {
        return in(low.has("value") ? low : high, number(low.path("value")), number(high.path("value")));
    }

    private static QuantityValue sampled(JsonNode node) {
        return in(node.path("origin"), number(node.path("lowerLimit")), number(node.path("upperLimit")));
    }

    private static QuantityValue in(JsonNode unit, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        return new QuantityValue(
                ValueReader.text(unit, "system"),
                ValueReader.text(unit, "code"),
                ValueReader.text(unit, "unit"),
                low,
                high);
    }

    private static @Nullable BigDecimal number(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : null;
    }
}
