package org.parvis.fhir.content;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.outcome.Refusal;

/** One JSON body on its way to a tree, counted against the limits as it goes. */
final class JsonReading {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final byte[] body;
    private final int start;
    private final JsonParser parser;
    private final Limits limits;
    private final boolean nullIsValue;
    private @Nullable ObjectNode root;
    private int nodes;

    JsonReading(byte[] body, int start, JsonParser parser, Limits limits, boolean nullIsValue) {
        this.body = body;
        this.start = start;
        this.parser = parser;
        this.limits = limits;
        this.nullIsValue = nullIsValue;
    }

    JsonNode document() throws IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw Refusal.invalid("The body is empty.", null);
            }
            JsonNode document = value(first);
            if (parser.nextToken() != null) {
                throw refused("Something follows the end of the JSON document");
            }
            return document;
        } catch (StreamConstraintsException tooMuch) {
            // Jackson adds the name of its own setting, which is not one of ours.
            String what = tooMuch.getOriginalMessage().replaceAll(", from `[^`]*`", "");
            throw Refusal.tooLarge(sentence(what), expression());
        } catch (JsonProcessingException malformed) {
            throw Refusal.invalid(sentence(malformed.getOriginalMessage(), malformed.getLocation()), expression());
        }
    }

    private JsonNode value(JsonToken token) throws IOException {
        if (++nodes > limits.nodes()) {
            throw Refusal.tooLarge(
                    sentence("The body holds more than " + limits.nodes() + " JSON values"), expression());
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> nothing();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw refused("Expected a JSON value, found " + token.asString());
        };
    }

    private ObjectNode object() throws IOException {
        ObjectNode node = NODES.objectNode();
        if (root == null) {
            root = node;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (node.has(name)) {
                throw refused("The name \"" + name + "\" occurs twice in one object");
            }
            node.set(name, value(parser.nextToken()));
        }
        return node;
    }

    private ArrayNode array() throws IOException {
        ArrayNode node = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            node.add(value(token));
        }
        return node;
    }

    private TextNode text() throws IOException {
        String text = parser.getText();
        if (text.length() > limits.stringLength() && !mayHoldBase64(parser.currentName())) {
            throw Refusal.tooLarge(
                    sentence("A string has " + text.length() + " characters; the limit is " + limits.stringLength()),
                    expression());
        }
        return TextNode.valueOf(text);
    }

    /** The elements of R4 that carry whole documents as base64: Binary, Attachment, Signature and value[x]. */
    private static boolean mayHoldBase64(@Nullable String name) {
        return name != null && (name.equals("data") || name.endsWith("Base64Binary"));
    }

    private JsonNode integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> parser.getIntValue() == 0 ? zero() : IntNode.valueOf(parser.getIntValue());
            case LONG -> LongNode.valueOf(parser.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> BigIntegerNode.valueOf(parser.getBigIntegerValue());
        };
    }

    private JsonNode zero() throws IOException {
        return parser.getTextLength() == 1 ? IntNode.valueOf(0) : decimal();
    }

    private JsonNode decimal() throws IOException {
        String literal = parser.getText();
        return NumberLiteral.decimal(literal)
                .orElseThrow(() -> refused(
                        "The exponent of the number " + literal + " is beyond " + NumberLiteral.LARGEST_EXPONENT));
    }

    private NullNode nothing() {
        // In FHIR, null only fills the place of an absent item of an array (R4 json.html#primitive).
        if (!nullIsValue && !parser.getParsingContext().inArray()) {
            throw refused("The value is null: an absent element is left out");
        }
        return NullNode.instance;
    }

    private Refusal refused(String what) {
        return Refusal.invalid(sentence(what), expression());
    }

    private String sentence(String what) {
        return sentence(what, parser.currentTokenLocation());
    }

    private String sentence(String what, JsonLocation place) {
        return what + " (" + BodyPlace.lineAndColumn(body, start + place.getByteOffset()) + ").";
    }

    private String expression() {
        String type = root == null ? "" : root.path("resourceType").asText();
        return BodyPlace.expression(parser.getParsingContext(), type.isEmpty() ? "Resource" : type);
    }
}
