package org.parvis.fhir.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One element of a definition, such as {@code birthDate}, or {@code value} for the choice value[x]. */
final class Element {

    private final String name;
    private final int slot;
    private final Cardinality cardinality;
    private final boolean summary;
    private final boolean modifier;
    private final List<Property> properties;

    /** How often an element occurs. */
    record Cardinality(boolean mandatory, boolean repeats) {}

    /**
     * @param slot rank of the element in its structure
     * @param contents what the element holds, by its JSON name: several for a choice
     */
    Element(
            String name,
            int slot,
            Cardinality cardinality,
            boolean summary,
            boolean modifier,
            Map<String, Content> contents) {
        if (slot >= Long.SIZE) {
            throw new IllegalArgumentException("A structure has at most 64 elements: " + name);
        }
        this.name = name;
        this.slot = slot;
        this.cardinality = cardinality;
        this.summary = summary;
        this.modifier = modifier;
        this.properties = propertiesOf(contents);
    }

    private List<Property> propertiesOf(Map<String, Content> contents) {
        var list = new ArrayList<Property>();
        contents.forEach((key, content) -> {
            list.add(new Property(key, this, content));
            if (content instanceof Content.Value) {
                list.add(new Property("_" + key, this, Content.Companion.INSTANCE));
            }
        });
        return List.copyOf(list);
    }

    String name() {
        return name;
    }

    long bit() {
        return 1L << slot;
    }

    boolean mandatory() {
        return cardinality.mandatory();
    }

    boolean repeats() {
        return cardinality.repeats();
    }

    boolean isSummary() {
        return summary;
    }

    boolean isModifier() {
        return modifier;
    }

    /** The JSON names under which the content itself stands: one, or one for each type of a choice. */
    Stream<Property> contents() {
        return properties.stream().filter(property -> !property.isCompanion());
    }

    /** The JSON names of this element, each followed by its companion when it holds a value. */
    List<Property> properties() {
        return properties;
    }
}
