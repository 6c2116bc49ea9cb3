package org.parvis.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** By which words Patients, Practitioners and Organizations are found. */
final class EntryResources {

    private static final String BIRTH_GIVEN_NAMES =
            "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-patient-birth-list-given-name";

    private EntryResources() {}

    static Entry entry(ObjectNode resource) {
        var kind = Kind.of(resource.path("resourceType").asText());
        var words = new LinkedHashSet<String>();
        names(kind, resource).forEach(name -> words.addAll(NameWords.of(name)));
        all(resource.path("identifier"))
                .map(identifier -> identifier.path("value").asText())
                .filter(value -> !value.isBlank())
                .forEach(value -> words.add(Wanted.number(value)));
        return new Entry(
                kind,
                resource.path("id").asText(),
                words,
                resource.path("birthDate").asText());
    }

    private static Stream<String> names(Kind kind, ObjectNode resource) {
        return switch (kind) {
            case PATIENT, PROFESSIONAL -> all(resource.path("name")).flatMap(EntryResources::human);
            case STRUCTURE ->
                Stream.of(
                                Stream.of(resource.path("name").asText()),
                                texts(resource.path("alias")),
                                all(resource.path("address"))
                                        .map(address -> address.path("city").asText()))
                        .flatMap(names -> names);
        };
    }

    private static Stream<String> human(JsonNode name) {
        var birth = all(name.path("extension"))
                .filter(extension -> extension.path("url").asText().equals(BIRTH_GIVEN_NAMES))
                .map(extension -> extension.path("valueString").asText());
        return Stream.of(
                        Stream.of(name.path("family").asText()),
                        texts(name.path("given")),
                        birth,
                        name.has("family")
                                ? Stream.<String>empty()
                                : Stream.of(name.path("text").asText()))
                .flatMap(names -> names);
    }

    private static Stream<String> texts(JsonNode array) {
        return all(array).map(JsonNode::asText);
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The types that the index follows. */
    static Set<String> types() {
        return Set.of(Kind.PATIENT.type(), Kind.PROFESSIONAL.type(), Kind.STRUCTURE.type());
    }
}
