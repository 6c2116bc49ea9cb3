package org.parvis.fhir.content;

import static org.parvis.fhir.outcome.IssueCode.INVARIANT;
import static org.parvis.fhir.outcome.IssueCode.REQUIRED;
import static org.parvis.fhir.outcome.IssueCode.STRUCTURE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.parvis.fhir.outcome.Issue;

/** One walk through one resource, collecting what is wrong. */
final class StructureWalk {

    private final Structures structures;
    private final Place place;
    private final Findings findings;
    private ObjectNode container;
    private boolean contained;

    StructureWalk(Structures structures, String root, ObjectNode resource) {
        this.structures = structures;
        this.container = resource;
        this.place = new Place(root);
        this.findings = new Findings(place);
    }

    List<Issue> issues() {
        resource(container);
        return findings.issues();
    }

    private void resource(ObjectNode node) {
        JsonNode type = node.path("resourceType");
        if (!type.isTextual()) {
            findings.add(REQUIRED, "resourceType is required: it names the type of the resource.", "resourceType");
            return;
        }
        structures
                .resource(type.textValue())
                .ifPresentOrElse(
                        structure -> object(node, structure),
                        () -> findings.add(STRUCTURE, "R4 has no resource type " + type + ".", "resourceType"));
    }

    private void object(ObjectNode node, Structure structure) {
        if (node.isEmpty()) {
            findings.add(STRUCTURE, "An object is never empty in FHIR JSON.");
            return;
        }
        long seen = 0;
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Property property = structure.property(field.getKey());
            if (property == null) {
                unknown(field.getKey(), structure);
                continue;
            }
            Element element = property.element();
            place.enter(element.name());
            if ((seen & element.bit()) != 0) {
                refuseSecondChoice(node, property);
            }
            seen |= element.bit();
            property(field.getValue(), property, node);
            place.leave();
            if (findings.areComplete()) {
                return;
            }
        }
        if ((seen & structure.mandatory()) != structure.mandatory()) {
            missing(structure, seen);
        }
        if (structure.isExtension()) {
            extension(node, seen, structure);
        }
    }

    private void unknown(String key, Structure structure) {
        if (!structure.isResource() || !key.equals("resourceType")) {
            findings.unknown(key, structure);
        }
    }

    private void missing(Structure structure, long seen) {
        structure.elements().stream()
                .filter(element -> element.mandatory() && (seen & element.bit()) == 0)
                .forEach(element -> findings.missing(element, structure));
    }

    /** A choice is made once; a value and its companion are the same choice. */
    private void refuseSecondChoice(ObjectNode node, Property property) {
        for (Property other : property.element().properties()) {
            if (!other.valueKey().equals(property.valueKey()) && node.has(other.key())) {
                findings.add(
                        STRUCTURE,
                        property.element().name() + " is given twice, as " + other.key() + " and as " + property.key()
                                + ".");
                return;
            }
        }
    }

    private void property(JsonNode node, Property property, ObjectNode parent) {
        if (!property.element().repeats()) {
            content(node, property);
            return;
        }
        if (!(node instanceof ArrayNode items)) {
            findings.wrongKind(property.key(), node, "an array");
            return;
        }
        if (items.isEmpty()) {
            findings.add(STRUCTURE, property.key() + " is an empty array: an absent element is left out.");
        }
        for (int at = 0; at < items.size() && !findings.areComplete(); at++) {
            place.item(at);
            JsonNode item = items.get(at);
            if (item.isNull()) {
                nullItem(property, parent, at);
            } else {
                content(item, property);
            }
        }
    }

    /** In an array of primitive values, null holds the place of a value, or of the extensions, that are absent. */
    private void nullItem(Property property, ObjectNode parent, int at) {
        if (!property.isPrimitive()) {
            findings.add(STRUCTURE, property.key() + " holds null: only primitive values leave a place empty.");
            return;
        }
        JsonNode twin = parent.path(property.twinKey()).path(at);
        boolean said = property.isCompanion() && twin.isNull();
        if (!said && (twin.isNull() || twin.isMissingNode())) {
            findings.add(STRUCTURE, property.element().name() + " has neither a value nor an extension here.");
        }
    }

    private void content(JsonNode node, Property property) {
        switch (property.content()) {
            case Content.Value value -> value(node, property.key(), value);
            case Content.Parts parts
            when node instanceof ObjectNode object ->
                object(object, parts.structure().get());
            case Content.Companion _ when node instanceof ObjectNode object -> object(object, structures.companion());
            case Content.AnyResource _ when node instanceof ObjectNode object -> inner(object, property);
            case Content.Parts _, Content.Companion _, Content.AnyResource _ ->
                findings.wrongKind(property.key(), node, "an object");
        }
    }

    private void inner(ObjectNode resource, Property property) {
        if (property.key().equals("contained")) {
            contained(resource);
            return;
        }
        ObjectNode outer = container;
        container = resource;
        resource(resource);
        container = outer;
    }

    private void contained(ObjectNode resource) {
        if (contained) {
            findings.add(INVARIANT, "A contained resource contains no other resource (dom-2).");
            return;
        }
        contained = true;
        resource(resource);
        contained = false;
    }

    private void value(JsonNode node, String key, Content.Value content) {
        Primitive type = content.type();
        if (node.getNodeType() != type.jsonType()) {
            findings.wrongKind(key, node, type.inWords());
            return;
        }
        String fault = type.fault(node);
        if (fault != null) {
            findings.wrongValue(key, node, fault);
        } else if (!content.codes().isEmpty() && !content.codes().contains(node.textValue())) {
            findings.wrongCode(key, node, content);
        } else if (type == Primitive.REFERENCE
                && node.textValue().length() > 1
                && node.textValue().charAt(0) == '#') {
            local(key, node);
        }
    }

    private void local(String key, JsonNode reference) {
        String id = reference.textValue().substring(1);
        for (JsonNode resource : container.path("contained")) {
            if (id.equals(resource.path("id").textValue())) {
                return;
            }
        }
        findings.wrongValue(key, reference, "names no contained resource (ref-1)");
    }

    /** An extension with neither is of no use, but published guides hold some: that is for validation to say. */
    private void extension(ObjectNode node, long seen, Structure extension) {
        boolean value = (seen & extension.element("value").bit()) != 0;
        boolean parts = (seen & extension.element("extension").bit()) != 0;
        if (value && parts) {
            findings.add(
                    INVARIANT,
                    "The extension " + node.path("url").asText() + " holds both a value and extensions (ext-1).");
        }
    }
}
