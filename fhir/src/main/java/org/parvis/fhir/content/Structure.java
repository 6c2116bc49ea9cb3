package org.parvis.fhir.content;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one R4 resource, data type or backbone element may hold, as its definition lists it. */
final class Structure {

    private final String name;
    private final boolean resource;
    private final boolean extension;
    private final List<Element> elements;
    private final Map<String, Element> byName;
    private final Map<String, Property> properties;
    private final long mandatory;

    Structure(String name, boolean resource, List<Element> elements) {
        this.name = name;
        this.resource = resource;
        this.extension = name.equals("Extension");
        this.elements = List.copyOf(elements);
        this.byName = elements.stream().collect(Collectors.toUnmodifiableMap(Element::name, Function.identity()));
        this.properties = elements.stream()
                .flatMap(element -> element.properties().stream())
                .collect(Collectors.toUnmodifiableMap(Property::key, Function.identity()));
        this.mandatory = elements.stream()
                .filter(Element::mandatory)
                .mapToLong(Element::bit)
                .reduce(0, (all, bit) -> all | bit);
    }

    /** The FHIR name of the resource or data type; a backbone element has none. */
    String inWords() {
        return name.endsWith("Component") ? "this element" : name;
    }

    boolean isResource() {
        return resource;
    }

    boolean isExtension() {
        return extension;
    }

    /** The elements in the order of the definition, which is the order of FHIR XML. */
    List<Element> elements() {
        return elements;
    }

    /** Whether FHIR XML writes this element as an attribute (R4 xml.html#xml): ids of elements, urls of extensions. */
    boolean isXmlAttribute(String elementName) {
        return switch (elementName) {
            case "id" -> !resource;
            case "url" -> extension;
            default -> false;
        };
    }

    /** The element of a name, if the structure has it. */
    Optional<Element> find(String elementName) {
        return Optional.ofNullable(byName.get(elementName));
    }

    /** One element that the structure is known to have. */
    Element element(String elementName) {
        return Objects.requireNonNull(byName.get(elementName), elementName);
    }

    /** What a JSON name stands for here, or null when it stands for nothing. */
    @Nullable
    Property property(String key) {
        return properties.get(key);
    }

    /** One bit per element that must be present. */
    long mandatory() {
        return mandatory;
    }
}
