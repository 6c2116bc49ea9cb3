package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Parts of a resource, marked as such so that nobody takes them for the whole (R4 search.html#summary, #elements).
 * Mandatory and modifier elements stay in every part. What stays is shared with the resource, not copied.
 */
public final class Projection {

    private static final String SUBSET_SYSTEM = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";
    private static final String SUBSET_CODE = "SUBSETTED";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Structures structures;

    public Projection(Structures structures) {
        this.structures = structures;
    }

    /** The part that a summary keeps; {@code FALSE} is the resource itself, {@code COUNT} keeps nothing of it. */
    public ObjectNode summary(ObjectNode resource, SummaryMode mode) {
        return switch (mode) {
            case FALSE -> resource;
            case TRUE -> summary(resource);
            case DATA -> subset(resource, element -> !element.name().equals("text"));
            case TEXT ->
                subset(
                        resource,
                        element -> element.mandatory() || element.name().equals("text"));
            case COUNT -> subset(resource, element -> false);
        };
    }

    /** The part made of the named elements of the root. */
    public ObjectNode elements(ObjectNode resource, Set<String> names) {
        return subset(
                resource, element -> element.mandatory() || element.isModifier() || names.contains(element.name()));
    }

    private ObjectNode subset(ObjectNode resource, Predicate<Element> kept) {
        Structure structure = structures.spot(resource).structure();
        ObjectNode part = NODES.objectNode();
        for (Map.Entry<String, JsonNode> field : resource.properties()) {
            Property property = structure.property(field.getKey());
            if (property == null || isIdentity(property.element()) || kept.test(property.element())) {
                part.set(field.getKey(), field.getValue());
            }
        }
        return marked(part);
    }

    /** Without its id, its version and its tags, a part could not be told from another. */
    private static boolean isIdentity(Element element) {
        return element.name().equals("id") || element.name().equals("meta");
    }

    private ObjectNode summary(ObjectNode resource) {
        return marked(summary(resource, structures.spot(resource).structure()));
    }

    private static ObjectNode summary(ObjectNode node, Structure structure) {
        ObjectNode part = NODES.objectNode();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Property property = structure.property(field.getKey());
            if (property == null || isIdentity(property.element())) {
                part.set(field.getKey(), field.getValue());
            } else if (property.element().isSummary() || property.element().mandatory()) {
                JsonNode kept = summary(field.getValue(), property);
                if (!kept.isContainerNode() || !kept.isEmpty()) {
                    part.set(field.getKey(), kept);
                }
            }
        }
        return part;
    }

    private static JsonNode summary(JsonNode value, Property property) {
        if (!(property.content() instanceof Content.Parts parts)) {
            return value;
        }
        Structure structure = parts.structure().get();
        if (value instanceof ObjectNode object) {
            return summary(object, structure);
        }
        ArrayNode items = NODES.arrayNode();
        for (JsonNode item : value) {
            if (item instanceof ObjectNode object) {
                ObjectNode kept = summary(object, structure);
                if (!kept.isEmpty()) {
                    items.add(kept);
                }
            }
        }
        return items;
    }

    private static ObjectNode marked(ObjectNode part) {
        ObjectNode meta = part.path("meta") instanceof ObjectNode known ? known.deepCopy() : NODES.objectNode();
        ArrayNode tags = meta.withArrayProperty("tag");
        for (JsonNode tag : tags) {
            if (tag.path("code").asText().equals(SUBSET_CODE)) {
                return part;
            }
        }
        tags.addObject().put("system", SUBSET_SYSTEM).put("code", SUBSET_CODE);
        part.set("meta", meta);
        return part;
    }
}
