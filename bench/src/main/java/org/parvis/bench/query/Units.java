package org.parvis.bench.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Quantity;

/** The same quantity in another UCUM unit, for a few units of everyday care. */
final class Units {
    static final String UCUM = "http://unitsofmeasure.org";

    /** A value in another unit. */
    record Converted(BigDecimal value, String code) {}

    /** Powers of ten only, so that a converted value is exact and keeps its significant digits. */
    private static final Map<String, List<Converted>> FACTORS = Map.of(
            "g", List.of(factor(3, "mg"), factor(-3, "kg")),
            "mg", List.of(factor(-3, "g"), factor(3, "ug")),
            "kg", List.of(factor(3, "g")),
            "cm", List.of(factor(-2, "m"), factor(1, "mm")),
            "m", List.of(factor(2, "cm")),
            "mL", List.of(factor(-3, "L")),
            "L", List.of(factor(3, "mL")),
            "mmol/L", List.of(factor(3, "umol/L")),
            "mg/dL", List.of(factor(-2, "g/L")),
            "g/dL", List.of(factor(1, "g/L")));

    private Units() {}

    private static Converted factor(int powerOfTen, String code) {
        return new Converted(BigDecimal.ONE.scaleByPowerOfTen(powerOfTen), code);
    }

    static List<Converted> others(Quantity quantity) {
        if (!UCUM.equals(quantity.getSystem())) {
            return List.of();
        }
        return FACTORS.getOrDefault(quantity.getCode(), List.of()).stream()
                .map(factor -> new Converted(quantity.getValue().multiply(factor.value()), factor.code()))
                .toList();
    }
}
