package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.outcome.Refusal;

/** One FHIR XML body on its way to a tree. Each method starts on an element's start tag and ends on its end tag. */
final class XmlReading {

    private static final String FHIR = "http://hl7.org/fhir";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final XMLStreamReader xml;
    private final Structures structures;
    private final Limits limits;
    private int depth;
    private int nodes;

    XmlReading(XMLStreamReader xml, Structures structures, Limits limits) {
        this.xml = xml;
        this.structures = structures;
        this.limits = limits;
    }

    static Refusal malformed(XMLStreamException malformed) {
        // The JDK's message repeats the place and the name of its own class before the sentence.
        String text = String.valueOf(malformed.getMessage());
        String sentence = text.substring(text.indexOf("Message: ") < 0 ? 0 : text.indexOf("Message: ") + 9);
        return Refusal.invalid(sentence.strip() + place(malformed.getLocation()), null);
    }

    ObjectNode document() throws XMLStreamException {
        nextChild();
        ObjectNode resource = resource();
        while (xml.hasNext()) {
            xml.next();
        }
        return resource;
    }

    private ObjectNode resource() throws XMLStreamException {
        String type = xml.getLocalName();
        Structure structure =
                structures.resource(type).orElseThrow(() -> refused("R4 has no resource type \"" + type + "\""));
        return parts(structure, NODES.objectNode().put("resourceType", type));
    }

    private ObjectNode parts(Structure structure, ObjectNode node) throws XMLStreamException {
        enter();
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            attribute(at, structure, node);
        }
        while (nextChild()) {
            child(structure, node);
        }
        depth--;
        return node;
    }

    private void attribute(int at, Structure structure, ObjectNode node) {
        String name = xml.getAttributeLocalName(at);
        Property property = structure.property(name);
        if (property != null && structure.isXmlAttribute(name)) {
            node.put(name, xml.getAttributeValue(at));
        } else if (!XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(xml.getAttributeNamespace(at))) {
            throw refused("Unknown attribute " + name);
        }
    }

    private void child(Structure structure, ObjectNode node) throws XMLStreamException {
        String name = xml.getLocalName();
        Property property = structure.property(name);
        if (property == null || property.isCompanion() || structure.isXmlAttribute(name)) {
            throw refused("Unknown element " + name + ": " + structure.inWords() + " has no such element");
        }
        if (!property.element().repeats() && (node.has(name) || node.has("_" + name))) {
            throw refused("The element " + name + " occurs twice; it occurs at most once");
        }
        switch (property.content()) {
            case Content.Value value
            when value.type() == Primitive.XHTML ->
                put(node, property, TextNode.valueOf(new XmlNarrative(xml, limits).read()));
            case Content.Value value -> value(node, property, value.type());
            case Content.Parts parts ->
                put(node, property, parts(parts.structure().get(), NODES.objectNode()));
            case Content.AnyResource _ -> put(node, property, wrapped());
            case Content.Companion _ -> throw new IllegalStateException("A companion has no name in XML");
        }
    }

    private ObjectNode wrapped() throws XMLStreamException {
        if (!nextChild()) {
            throw refused("A resource is expected here");
        }
        ObjectNode resource = resource();
        if (nextChild()) {
            throw refused("Only one resource is expected here");
        }
        return resource;
    }

    private static void put(ObjectNode node, Property property, JsonNode value) {
        if (property.element().repeats()) {
            node.withArrayProperty(property.key()).add(value);
        } else {
            node.set(property.key(), value);
        }
    }

    private void value(ObjectNode node, Property property, Primitive type) throws XMLStreamException {
        enter();
        String literal = null;
        ObjectNode companion = NODES.objectNode();
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            if (xml.getAttributeLocalName(at).equals("value")) {
                literal = xml.getAttributeValue(at);
            } else {
                attribute(at, structures.companion(), companion);
            }
        }
        JsonNode value = literal == null ? null : typed(literal, type);
        while (nextChild()) {
            child(structures.companion(), companion);
        }
        depth--;
        if (value == null && companion.isEmpty()) {
            throw refused("The element " + property.key() + " has neither a value nor an extension");
        }
        place(node, property, value, companion);
    }

    /** Values of an array and their companions stand at the same index; an array of nothing but nulls is left out. */
    private static void place(ObjectNode node, Property property, @Nullable JsonNode value, ObjectNode companion) {
        if (!property.element().repeats()) {
            if (value != null) {
                node.set(property.key(), value);
            }
            if (!companion.isEmpty()) {
                node.set(property.twinKey(), companion);
            }
            return;
        }
        int at = Math.max(
                node.path(property.key()).size(), node.path(property.twinKey()).size());
        append(node, property.key(), at, value == null ? NODES.nullNode() : value);
        append(node, property.twinKey(), at, companion.isEmpty() ? NODES.nullNode() : companion);
    }

    private static void append(ObjectNode node, String key, int at, JsonNode item) {
        if (item.isNull() && !node.has(key)) {
            return;
        }
        var items = node.withArrayProperty(key);
        while (items.size() < at) {
            items.addNull();
        }
        items.add(item);
    }

    private JsonNode typed(String literal, Primitive type) {
        return switch (type.jsonType()) {
            case BOOLEAN -> bool(literal);
            case NUMBER ->
                NumberLiteral.parse(literal).orElseThrow(() -> refused("\"" + literal + "\" is not a number"));
            default -> text(literal, type);
        };
    }

    private BooleanNode bool(String literal) {
        if (!literal.equals("true") && !literal.equals("false")) {
            throw refused("\"" + literal + "\" is not a boolean");
        }
        return BooleanNode.valueOf(literal.equals("true"));
    }

    private TextNode text(String literal, Primitive type) {
        if (literal.length() > limits.stringLength() && type != Primitive.BASE64_BINARY) {
            throw Refusal.tooLarge(
                    "A string has " + literal.length() + " characters; the limit is " + limits.stringLength()
                            + place(xml.getLocation()),
                    null);
        }
        return TextNode.valueOf(literal);
    }

    private void enter() {
        if (++depth > limits.depth()) {
            throw Refusal.tooLarge(
                    "The document is nested deeper than " + limits.depth() + place(xml.getLocation()), null);
        }
        if (++nodes > limits.nodes()) {
            throw Refusal.tooLarge(
                    "The document holds more than " + limits.nodes() + " elements" + place(xml.getLocation()), null);
        }
    }

    /** Moves to the next child's start tag, or to the end tag of the element at hand. */
    private boolean nextChild() throws XMLStreamException {
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    checkNamespace();
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> refuseText();
                case XMLStreamConstants.DTD -> throw refused("A document type declaration is not accepted in FHIR XML");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("The entity is not one of XML itself");
                default -> {} // Comments, white space and processing instructions carry no data.
            }
        }
    }

    private void checkNamespace() {
        boolean narrative = xml.getLocalName().equals("div");
        String expected = narrative ? XhtmlRules.NAMESPACE : FHIR;
        if (!expected.equals(xml.getNamespaceURI())) {
            throw refused("The element " + xml.getLocalName() + " is not in the namespace " + expected);
        }
    }

    private void refuseText() {
        if (!xml.isWhiteSpace()) {
            throw refused("Text stands between elements; FHIR XML keeps values in attributes");
        }
    }

    private Refusal refused(String what) {
        return Refusal.invalid(what + place(xml.getLocation()), null);
    }

    private static String place(@Nullable Location place) {
        return place == null ? "." : " (line " + place.getLineNumber() + ", column " + place.getColumnNumber() + ").";
    }
}
