package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What a FHIRPath Patch brings to an element.
 *
 * @param property the name under which it stands there, which for a choice depends on its type
 * @param content the value, or null when only its companion is given
 * @param companion id and extensions of a primitive value, or null
 */
record PatchValue(Property property, JsonNode content, JsonNode companion) {

    private static final String VALUE = "value";

    /** The value that a part of a Parameters resource holds: value[x], a resource, or parts for a type without name. */
    static PatchValue of(JsonNode part, Element element, PatchLabel label) {
        for (Map.Entry<String, JsonNode> field : part.properties()) {
            String key = field.getKey().startsWith("_") ? field.getKey().substring(1) : field.getKey();
            if (key.startsWith(VALUE) && key.length() > VALUE.length()) {
                Property property = property(element, key.substring(VALUE.length()), label);
                return new PatchValue(property, orNull(part.path(key)), orNull(part.path("_" + key)));
            }
        }
        Property property = property(element, "", label);
        JsonNode resource = part.path("resource");
        JsonNode content = resource.isObject() ? resource.deepCopy() : anonymous(part, property, label);
        return new PatchValue(property, content, NullNode.instance);
    }

    private static JsonNode orNull(JsonNode node) {
        return node.isMissingNode() ? NullNode.instance : node.deepCopy();
    }

    private static Property property(Element element, String type, PatchLabel label) {
        return element.contents()
                .filter(property ->
                        property.key().equals(element.name()) || property.key().equals(element.name() + type))
                .findFirst()
                .orElseThrow(() -> label.failed(element.name() + " cannot hold a value of type \"" + type + "\""));
    }

    private static ObjectNode anonymous(JsonNode part, Property property, PatchLabel label) {
        if (!(property.content() instanceof Content.Parts parts)
                || !part.path("part").isArray()) {
            throw label.malformed("it brings no value for " + property.key());
        }
        var spot = new Spot(
                JsonNodeFactory.instance.objectNode(), parts.structure().get());
        for (JsonNode child : part.path("part")) {
            Element element = PatchPaths.element(spot, child.path("name").asText(), label);
            spot.add(PatchValue.of(child, element, label), label);
        }
        return spot.node();
    }
}
