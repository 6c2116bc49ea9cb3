package org.parvis.fhir.content;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StructuresTest {

    private static final Structures STRUCTURES = new Structures(FhirContext.forR4Cached());
    private static final XmlBodies XML = new XmlBodies(STRUCTURES, Limits.standard());

    private static final List<JsonNode> RESOURCES = definitions("profiles-resources.xml");
    private static final List<JsonNode> DATA_TYPES = definitions("profiles-types.xml");

    /** HAPI's model is generated from R4's definitions; here it is held against them, element by element. */
    @Nested
    class AgreeWithThePublishedDefinitions {

        @Test
        void ofTheResources() {
            assertThat(differences(RESOURCES)).isEmpty();
        }

        @Test
        void ofTheDataTypes() {
            assertThat(differences(DATA_TYPES)).isEmpty();
        }

        @Test
        void inTheOrderOfTheirElements() {
            var differences = new ArrayList<String>();
            Stream.concat(RESOURCES.stream(), DATA_TYPES.stream()).forEach(definition -> {
                String type = definition.path("type").asText();
                List<String> published = childrenOf(definition, type);
                List<String> ours =
                        structure(type).elements().stream().map(Element::name).toList();
                if (!ours.equals(published)) {
                    differences.add(type + ": published " + published + ", ours " + ours);
                }
            });

            assertThat(differences).isEmpty();
        }

        private static List<String> childrenOf(JsonNode definition, String type) {
            return definition
                    .at("/snapshot/element")
                    .valueStream()
                    .map(element -> element.path("path").asText().replace("[x]", ""))
                    .filter(path -> path.lastIndexOf('.') == type.length())
                    .map(path -> path.substring(type.length() + 1))
                    .toList();
        }

        private static List<String> differences(List<JsonNode> definitions) {
            var differences = new ArrayList<String>();
            definitions.forEach(
                    definition -> definition.at("/snapshot/element").forEach(element -> compare(element, differences)));
            return differences;
        }

        private static void compare(JsonNode published, List<String> differences) {
            String path = published.path("path").asText();
            // HAPI makes this code a string, which loses only the check for white space.
            if (!path.contains(".") || path.equals("ImplementationGuide.definition.parameter.code")) {
                return;
            }
            String expected = describe(published);
            String actual = describe(find(path));
            if (!actual.equals(expected)) {
                differences.add(path + ": published " + expected + ", ours " + actual);
            }
        }

        private static Element find(String path) {
            String[] names = path.replace("[x]", "").split("\\.", -1);
            Structure structure = structure(names[0]);
            for (int at = 1; at < names.length - 1; at++) {
                var parts = (Content.Parts)
                        structure.element(names[at]).properties().getFirst().content();
                structure = parts.structure().get();
            }
            return structure.element(names[names.length - 1]);
        }

        private static String describe(JsonNode published) {
            var types = new TreeSet<String>();
            if (published.has("contentReference")) {
                types.add("parts");
            }
            for (JsonNode type : published.path("type")) {
                types.add(common(type.path("code").asText()));
            }
            return describe(
                    published.path("min").asInt() > 0,
                    !Set.of("0", "1").contains(published.path("max").asText()),
                    published.path("isSummary").asBoolean(),
                    published.path("isModifier").asBoolean(),
                    types);
        }

        private static String describe(Element element) {
            var types = new TreeSet<String>();
            for (Property property : element.properties()) {
                switch (property.content()) {
                    case Content.Value value -> types.add(common(value.type().fhirName()));
                    case Content.Parts parts ->
                        types.add(common(parts.structure().get().inWords()));
                    case Content.AnyResource _ -> types.add("Resource");
                    case Content.Companion _ -> {}
                }
            }
            return describe(element.mandatory(), element.repeats(), element.isSummary(), element.isModifier(), types);
        }

        /** The name of a type where the definitions and the model name it alike. */
        private static String common(String type) {
            return switch (type) {
                case "http://hl7.org/fhirpath/System.String", "id", "uri", "reference" -> "string";
                case "Element", "BackboneElement", "this element" -> "parts";
                default -> type;
            };
        }

        private static String describe(
                boolean mandatory, boolean repeats, boolean summary, boolean modifier, Set<String> types) {
            return (mandatory ? "1" : "0") + ".." + (repeats ? "*" : "1") + (summary ? " summary" : "")
                    + (modifier ? " modifier " : " ") + types;
        }
    }

    private static Structure structure(String type) {
        return STRUCTURES.resource(type).orElseGet(() -> STRUCTURES.dataType(type));
    }

    private static List<JsonNode> definitions(String file) {
        try (var in = FhirContext.class.getResourceAsStream("/org/hl7/fhir/r4/model/profile/" + file)) {
            return XML.read(Objects.requireNonNull(in).readAllBytes())
                    .path("entry")
                    .valueStream()
                    .map(entry -> entry.path("resource"))
                    .filter(StructuresTest::isConcrete)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean isConcrete(JsonNode definition) {
        return definition.path("resourceType").asText().equals("StructureDefinition")
                && !definition.path("kind").asText().equals("primitive-type")
                && !definition.path("abstract").asBoolean()
                && !definition.path("name").asText().equals("MetadataResource")
                && definition.path("derivation").asText().equals("specialization");
    }
}
