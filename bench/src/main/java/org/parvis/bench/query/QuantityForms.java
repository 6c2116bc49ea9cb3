package org.parvis.bench.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;

/** The forms of R4 search.html#number and search.html#quantity. */
final class QuantityForms {
    private static final String[] PREFIXES = {"", "eq", "ne", "gt", "ge", "lt", "le", "sa", "eb"};

    private final Random random;

    QuantityForms(Random random) {
        this.random = random;
    }

    List<Criterion> of(String code, IBase value) {
        return switch (value) {
            case Quantity quantity when quantity.hasValue() -> quantity(code, quantity);
            case DecimalType decimal when decimal.hasValue() -> numbers(code, decimal.getValue(), "", "number");
            case IntegerType integer
            when integer.hasValue() -> numbers(code, BigDecimal.valueOf(integer.getValue()), "", "number");
            default -> List.of();
        };
    }

    private List<Criterion> quantity(String name, Quantity quantity) {
        var value = quantity.getValue();
        var forms = new ArrayList<>(numbers(name, value, "", "quantity"));
        if (quantity.hasCode() && quantity.hasSystem()) {
            var unit = "|" + quantity.getSystem() + "|" + Criterion.escape(quantity.getCode());
            forms.addAll(numbers(name, value, unit, "quantity system|code"));
            forms.addAll(numbers(name, value, "||" + Criterion.escape(quantity.getCode()), "quantity ||code"));
            Units.others(quantity).forEach(other -> forms.addAll(other(name, other)));
        }
        if (quantity.hasUnit()) {
            forms.addAll(numbers(name, value, "||" + Criterion.escape(quantity.getUnit()), "quantity ||unit"));
        }
        return forms;
    }

    private List<Criterion> other(String name, Units.Converted converted) {
        return numbers(name, converted.value(), "|" + Units.UCUM + "|" + converted.code(), "quantity other unit");
    }

    private List<Criterion> numbers(String name, BigDecimal value, String unit, String form) {
        var forms = new ArrayList<Criterion>();
        for (var prefix : PREFIXES) {
            var shown = "%s %s".formatted(form, prefix.isEmpty() ? "(none)" : prefix);
            forms.add(new Criterion(name, prefix + value.toPlainString() + unit, shown));
            forms.add(new Criterion(name, prefix + nearby(value).toPlainString() + unit, shown + " nearby"));
        }
        return forms;
    }

    /** One unit of the last digit away, or the same number with one digit more or less. */
    private BigDecimal nearby(BigDecimal value) {
        var step = value.ulp();
        return switch (random.nextInt(4)) {
            case 0 -> value.add(step);
            case 1 -> value.subtract(step);
            case 2 -> value.setScale(Math.max(0, value.scale()) + 1);
            default -> value.setScale(Math.max(0, value.scale() - 1), RoundingMode.HALF_UP);
        };
    }
}
