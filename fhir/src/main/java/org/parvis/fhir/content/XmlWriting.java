package org.parvis.fhir.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One resource on its way from a tree to FHIR XML, its elements in the order of their definition. */
final class XmlWriting {

    private final Structures structures;
    private final boolean pretty;
    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    private int depth;

    XmlWriting(Structures structures, boolean pretty) {
        this.structures = structures;
        this.pretty = pretty;
    }

    byte[] document(ObjectNode resource) {
        resource(resource);
        return xml.toString().getBytes(UTF_8);
    }

    private void resource(JsonNode resource) {
        Structure structure = structures.spot((ObjectNode) resource).structure();
        open(structure.inWords());
        xml.append(" xmlns=\"http://hl7.org/fhir\"");
        parts(resource, structure, structure.inWords());
    }

    /** Completes a start tag, then writes the children and the end tag. */
    private void parts(JsonNode node, Structure structure, String tag) {
        refuseUnknown(node, structure);
        for (Element element : structure.elements()) {
            if (structure.isXmlAttribute(element.name()) && node.has(element.name())) {
                attribute(element.name(), node.get(element.name()).asText());
            }
        }
        int start = xml.length();
        xml.append('>');
        depth++;
        for (Element element : structure.elements()) {
            if (!structure.isXmlAttribute(element.name())) {
                element.properties().forEach(property -> property(node, property));
            }
        }
        depth--;
        close(tag, start);
    }

    /** Nothing that a tree holds is lost on the way to XML. */
    private static void refuseUnknown(JsonNode node, Structure structure) {
        node.fieldNames().forEachRemaining(name -> {
            if (structure.property(name) == null && !(structure.isResource() && name.equals("resourceType"))) {
                throw new IllegalArgumentException(structure.inWords() + " has no element " + name);
            }
        });
    }

    private void property(JsonNode node, Property property) {
        JsonNode content = node.path(property.key());
        JsonNode companion = node.path(property.twinKey());
        if (property.isCompanion() || (content.isMissingNode() && companion.isMissingNode())) {
            return;
        }
        if (!property.element().repeats()) {
            item(property, content, companion);
            return;
        }
        for (int at = 0; at < Math.max(content.size(), companion.size()); at++) {
            item(property, content.path(at), companion.path(at));
        }
    }

    private void item(Property property, JsonNode content, JsonNode companion) {
        switch (property.content()) {
            case Content.Value value when value.type() == Primitive.XHTML -> narrative(content.asText());
            case Content.Value _ -> value(property.key(), content, companion);
            case Content.Parts parts -> {
                open(property.key());
                parts(content, parts.structure().get(), property.key());
            }
            case Content.AnyResource _ -> wrapped(property.key(), content);
            case Content.Companion _ -> throw new IllegalStateException("A companion is written with its value");
        }
    }

    private void value(String key, JsonNode value, JsonNode companion) {
        open(key);
        if (value.isValueNode() && !value.isNull()) {
            attribute("value", value.asText());
        }
        if (companion.isObject()) {
            parts(companion, structures.companion(), key);
        } else {
            xml.append("/>");
        }
    }

    private void wrapped(String key, JsonNode resource) {
        open(key);
        int start = xml.length();
        xml.append('>');
        depth++;
        resource(resource);
        depth--;
        close(key, start);
    }

    private void narrative(String div) {
        indent();
        String text = div.strip();
        boolean named = text.substring(0, text.indexOf('>')).contains("xmlns");
        xml.append(named ? text : "<div xmlns=\"" + XhtmlRules.NAMESPACE + "\"" + text.substring("<div".length()));
    }

    private void open(String tag) {
        indent();
        xml.append('<').append(tag);
    }

    private void close(String tag, int start) {
        if (xml.length() == start + 1) {
            xml.setLength(start);
            xml.append("/>");
            return;
        }
        indent();
        xml.append("</").append(tag).append('>');
    }

    private void attribute(String name, String value) {
        xml.append(' ').append(name).append("=\"");
        XmlText.escapeAttribute(value, xml);
        xml.append('"');
    }

    private void indent() {
        if (pretty) {
            xml.append('\n').repeat("  ", depth);
        }
    }
}
