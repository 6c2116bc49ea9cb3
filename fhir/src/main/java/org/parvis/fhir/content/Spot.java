package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** An object of a tree together with its definition. */
record Spot(ObjectNode node, Structure structure) {

    /** Under which of its names an element stands here, if it is present. */
    Optional<Property> present(Element element) {
        return element.contents()
                .filter(property -> node.has(property.key()) || node.has(property.twinKey()))
                .findFirst();
    }

    /** What stands here under a name, and under the name of its companion. */
    Items items(Property property) {
        return new Items(this, property);
    }

    void remove(Property property) {
        node.remove(property.key());
        node.remove(property.twinKey());
    }

    /** Brings a value here: at the end of a list, or to an element that is absent. */
    void add(PatchValue value, PatchLabel label) {
        Element element = value.property().element();
        if (!element.repeats() && present(element).isPresent()) {
            throw label.failed(element.name() + " is already there");
        }
        Items items = items(value.property());
        items.insert(items.size(), value);
    }
}
