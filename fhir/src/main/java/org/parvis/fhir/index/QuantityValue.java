package org.parvis.fhir.index;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number or a measured amount; a range when {@code low} and {@code high} differ.
 *
 * @param code coded unit within {@code system}; a currency for money
 * @param unit unit as printed
 * @param low lowest possible amount, null when there is no lower bound
 * @param high highest possible amount, null when there is no upper bound
 */
public record QuantityValue(
        @Nullable String system,
        @Nullable String code,
        @Nullable String unit,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high)
        implements IndexValue {

    /** A number without unit. */
    public static QuantityValue of(BigDecimal number) {
        return new QuantityValue(null, null, null, number, number);
    }
}
