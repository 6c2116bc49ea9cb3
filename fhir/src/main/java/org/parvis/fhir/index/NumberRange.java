package org.parvis.fhir.index;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/**
 * A searched number and the half-open interval {@code [low, high)} that its written precision stands for: {@code 100}
 * is [99.5, 100.5), {@code 5.40} is [5.395, 5.405), {@code 1e2} is [95, 105) (R4 search.html, 3.1.1.4.8).
 *
 * @param value the number itself, to which {@code gt lt ge le sa eb} compare
 */
public record NumberRange(BigDecimal value, BigDecimal low, BigDecimal high) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,2})?");
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    /**
     * Reads a searched number.
     *
     * @throws Refusal 400 when it is not a number
     */
    public static NumberRange parse(String literal) {
        if (!NUMBER.matcher(literal).matches()) {
            var sentence = "'%s' is not a number: write it as 100, 5.40 or 1e2.".formatted(literal);
            throw Refusal.of(400, IssueCode.VALUE, sentence, null);
        }
        var value = new BigDecimal(literal);
        var half = BigDecimal.valueOf(5, value.scale() + (hasExponent(literal) && value.precision() == 1 ? 2 : 1));
        return new NumberRange(value, value.subtract(half), value.add(half));
    }

    /** This number widened on both sides by a tenth of itself, as {@code ap} recommends. */
    public NumberRange approximately() {
        var tenth = value.abs().multiply(TENTH);
        return new NumberRange(
                value, value.subtract(tenth).min(low), value.add(tenth).max(high));
    }

    // The specification's example gives 1e2 two digits of precision, not one: docs/spec-readings.md, Precision of 1e2.
    private static boolean hasExponent(String literal) {
        return literal.indexOf('e') >= 0 || literal.indexOf('E') >= 0;
    }
}
