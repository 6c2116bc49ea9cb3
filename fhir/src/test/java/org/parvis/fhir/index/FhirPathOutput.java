package org.parvis.fhir.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * One value that a path leads to, written the same way by HL7's suite, compiled paths and the engine.
 *
 * @param type empty where the suite does not say it
 */
record FhirPathOutput(String type, String value) {

    /** As the suite writes it: dates begin with {@code @}, times with {@code @T}. */
    static FhirPathOutput expected(String type, String text) {
        return new FhirPathOutput(type, plain(text.replaceFirst("^@T?", "")));
    }

    static FhirPathOutput found(FhirType type, JsonNode node) {
        return new FhirPathOutput(type.name(), node.isValueNode() ? plain(node.asText()) : quantity(node));
    }

    static FhirPathOutput of(boolean truth) {
        return new FhirPathOutput("boolean", Boolean.toString(truth));
    }

    boolean isMetBy(FhirPathOutput found) {
        return value.equals(found.value) && (type.isEmpty() || type.equals(found.type));
    }

    /** Zeros at the end of a decimal say how precise it is, not what it is. */
    private static String plain(String text) {
        return text.matches("-?\\d+\\.\\d+")
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text.replaceFirst("(\\.\\d*[1-9])0+ '", "$1 '");
    }

    private static String quantity(JsonNode node) {
        return "%s '%s'"
                .formatted(node.path("value").asText(), node.path("code").asText());
    }
}
