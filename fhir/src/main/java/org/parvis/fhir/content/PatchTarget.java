package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** An element of an object of a tree: one occurrence of it, or all when no index is given. */
record PatchTarget(Spot parent, Element element, int index) {

    static final int ALL = -1;

    /** How many occurrences are meant and present. */
    int count() {
        int size = parent.present(element)
                .map(property -> parent.items(property).size())
                .orElse(0);
        return index == ALL ? size : index < size ? 1 : 0;
    }

    /** The index of the one occurrence meant. */
    int only() {
        return index == ALL ? 0 : index;
    }

    /** The objects that this target stands for: elements with parts, resources, or the companions of values. */
    List<Spot> objects(Structures structures) {
        var spots = new ArrayList<Spot>();
        parent.present(element).ifPresent(property -> {
            Items items = parent.items(property);
            for (int at = 0; at < items.size(); at++) {
                if (index == ALL || index == at) {
                    spots.add(object(property, items, at, structures));
                }
            }
        });
        return spots;
    }

    private static Spot object(Property property, Items items, int at, Structures structures) {
        return switch (property.content()) {
            case Content.Value _ -> new Spot(companion(property, items, at), structures.companion());
            case Content.Parts parts ->
                new Spot((ObjectNode) items.value(at), parts.structure().get());
            case Content.AnyResource _ -> structures.spot((ObjectNode) items.value(at));
            case Content.Companion _ -> throw new IllegalStateException("A companion is no content");
        };
    }

    /** The companion of a value, made when it is missing; left empty, it is pruned with what the patch empties. */
    private static ObjectNode companion(Property property, Items items, int at) {
        JsonNode known = items.companion(at);
        if (known instanceof ObjectNode companion) {
            return companion;
        }
        ObjectNode companion = JsonNodeFactory.instance.objectNode();
        items.replace(at, new PatchValue(property, items.value(at), companion));
        return companion;
    }
}
