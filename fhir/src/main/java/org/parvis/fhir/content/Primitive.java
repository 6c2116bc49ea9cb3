package org.parvis.fhir.content;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The primitive types of R4, each with its JSON type and what its values must be (R4 datatypes.html#primitive). */
@SuppressWarnings("ImmutableEnumChecker") // The rules are functions without state, but a lambda cannot say so.
enum Primitive {
    BASE64_BINARY("base64Binary", TextRules::base64),
    BOOLEAN("boolean", JsonNodeType.BOOLEAN, value -> null),
    CANONICAL("canonical", TextRules::uri),
    CODE("code", TextRules::code),
    DATE("date", CalendarRules::date),
    DATE_TIME("dateTime", CalendarRules::dateTime),
    DECIMAL("decimal", JsonNodeType.NUMBER, value -> null),
    ID("id", TextRules::id),
    INSTANT("instant", CalendarRules::instant),
    INTEGER("integer", JsonNodeType.NUMBER, value -> integer(value, Integer.MIN_VALUE, "is not a 32-bit integer")),
    MARKDOWN("markdown", TextRules::string),
    OID("oid", TextRules::oid),
    POSITIVE_INT("positiveInt", JsonNodeType.NUMBER, value -> integer(value, 1, "is not a positive 32-bit integer")),
    STRING("string", TextRules::string),
    TIME("time", CalendarRules::time),
    UNSIGNED_INT("unsignedInt", JsonNodeType.NUMBER, value -> integer(value, 0, "is not an unsigned 31-bit integer")),
    URI("uri", TextRules::uri),
    URL("url", TextRules::uri),
    UUID("uuid", TextRules::uuid),
    XHTML("xhtml", Xhtml::fault),
    /** The string of Reference.reference, which R4 restricts in words (R4 references.html). */
    REFERENCE("reference", ReferenceRules::reference);

    private static final Map<String, Primitive> BY_NAME =
            Stream.of(values()).collect(toUnmodifiableMap(Primitive::fhirName, Function.identity()));

    private final String fhirName;
    private final JsonNodeType jsonType;
    private final Rule<JsonNode> rule;

    /** Says what is wrong with a value, as the end of a sentence, or null when nothing is. */
    @FunctionalInterface
    interface Rule<T> {
        @Nullable
        String fault(T value);
    }

    Primitive(String fhirName, JsonNodeType jsonType, Rule<JsonNode> rule) {
        this.fhirName = fhirName;
        this.jsonType = jsonType;
        this.rule = rule;
    }

    Primitive(String fhirName, Rule<String> rule) {
        this(fhirName, JsonNodeType.STRING, value -> rule.fault(value.textValue()));
    }

    static Primitive named(String fhirName) {
        Primitive primitive = BY_NAME.get(fhirName);
        if (primitive == null) {
            throw new IllegalArgumentException("Not a primitive type of R4: " + fhirName);
        }
        return primitive;
    }

    String fhirName() {
        return fhirName;
    }

    JsonNodeType jsonType() {
        return jsonType;
    }

    /** Its JSON form, for a person: "a string". */
    String inWords() {
        return switch (jsonType) {
            case BOOLEAN -> "true or false";
            case NUMBER -> "a number";
            default -> "a string";
        };
    }

    /** What is wrong with a value of the right JSON type, or null. */
    @Nullable
    String fault(JsonNode value) {
        return rule.fault(value);
    }

    private static @Nullable String integer(JsonNode value, int least, String fault) {
        boolean fits = value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= least;
        return fits ? null : fault;
    }
}
