package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as they are written: the node of a number writes the very literal it was read from. */
final class NumberLiteral {

    // Arithmetic on 1e999999999 would fill the memory long after the body was read.
    static final int LARGEST_EXPONENT = 1_000;
    static final int LONGEST = 100;

    private static final Pattern GRAMMAR = Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");
    private static final int LONGEST_INT = 9;
    private static final int LONGEST_LONG = 18;

    private NumberLiteral() {}

    /** The node of a text that may or may not be a number of JSON within bounds. */
    static Optional<NumericNode> parse(String text) {
        if (text.length() > LONGEST || !GRAMMAR.matcher(text).matches()) {
            return Optional.empty();
        }
        if (text.equals("-0") || text.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E')) {
            return decimal(text);
        }
        if (text.length() <= LONGEST_INT) {
            return Optional.of(IntNode.valueOf(Integer.parseInt(text)));
        }
        return Optional.of(
                text.length() <= LONGEST_LONG
                        ? LongNode.valueOf(Long.parseLong(text))
                        : BigIntegerNode.valueOf(new BigInteger(text)));
    }

    /** The node of a JSON number; empty when its exponent is beyond any measure. */
    static Optional<NumericNode> decimal(String literal) {
        int exponent = Math.max(literal.indexOf('e'), literal.indexOf('E'));
        if (exponent >= 0 && !isModest(literal.substring(exponent + 1))) {
            return Optional.empty();
        }
        var value = new BigDecimal(literal);
        // BigDecimal keeps trailing zeros, but writes exponents, small values and -0.0 its own way.
        boolean kept = exponent < 0 && value.signum() != 0 && value.scale() < 7;
        return Optional.of(kept ? DecimalNode.valueOf(value) : new LiteralDecimal(literal, value));
    }

    private static boolean isModest(String exponent) {
        return exponent.length() < 6 && Math.abs(Integer.parseInt(exponent)) <= LARGEST_EXPONENT;
    }
}
