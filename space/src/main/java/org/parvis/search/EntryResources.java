package org.parvis.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.parvis.directory.Referred;

/** By which words resources are found. */
final class EntryResources {

    private static final String BIRTH_GIVEN_NAMES =
            "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-patient-birth-list-given-name";

    private static final String PATIENT = "Patient";
    private static final int DAY = 10;

    /** What a resource refers to, and is found by too: a document by its author, an offer by its structure. */
    private final Referred referred;

    EntryResources(Referred referred) {
        this.referred = referred;
    }

    Entry entry(ObjectNode resource) {
        var kind = Kind.of(resource.path("resourceType").asText());
        var words = new LinkedHashSet<String>();
        names(kind, resource).forEach(name -> words.addAll(NameWords.of(name)));
        if (kind != Kind.DOCUMENT) {
            all(resource.path("identifier"))
                    .map(identifier -> identifier.path("value").asText())
                    .filter(value -> !value.isBlank())
                    .forEach(value -> words.add(Wanted.number(value)));
        }
        var id = resource.path("id").asText();
        return new Entry(kind, id, patient(kind, resource), words, day(kind, resource));
    }

    private Stream<String> names(Kind kind, ObjectNode resource) {
        return switch (kind) {
            case PATIENT, PROFESSIONAL -> all(resource.path("name")).flatMap(EntryResources::human);
            case STRUCTURE -> Stream.concat(named(resource), towns(all(resource.path("address"))));
            case PLACE -> Stream.concat(named(resource), towns(Stream.of(resource.path("address"))));
            case OFFER -> offer(resource);
            case DOCUMENT -> document(resource);
        };
    }

    private static Stream<String> named(ObjectNode resource) {
        return Stream.concat(Stream.of(resource.path("name").asText()), texts(resource.path("alias")));
    }

    private static Stream<String> towns(Stream<JsonNode> addresses) {
        return addresses.map(address -> address.path("city").asText());
    }

    private Stream<String> offer(ObjectNode offer) {
        var places = referred.all(offer.path("location")).map(place -> place.path("address"));
        return Stream.of(
                        named(offer),
                        concepts(offer.path("type")),
                        concepts(offer.path("specialty")),
                        referred.name(offer.path("providedBy")).stream(),
                        towns(places))
                .flatMap(words -> words);
    }

    private Stream<String> document(ObjectNode document) {
        var people = Stream.concat(Stream.of(document.path("subject")), all(document.path("author")));
        return Stream.of(
                        all(document.path("content"))
                                .map(content -> content.at("/attachment/title").asText()),
                        Stream.of(document.path("description").asText()),
                        concept(document.path("type")),
                        people.flatMap(this::known))
                .flatMap(words -> words);
    }

    private Stream<String> known(JsonNode reference) {
        return Stream.concat(
                Stream.of(reference.path("display").asText()),
                referred.get(reference).stream()
                        .flatMap(resource -> resource.path("name").isArray()
                                ? all(resource.path("name")).flatMap(EntryResources::human)
                                : named(resource)));
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

    private static String patient(Kind kind, ObjectNode resource) {
        return kind == Kind.PATIENT
                ? resource.path("id").asText()
                : Referred.id(resource.path("subject"), PATIENT).orElse("");
    }

    private static String day(Kind kind, ObjectNode resource) {
        var day = resource.path(kind == Kind.DOCUMENT ? "date" : "birthDate").asText();
        return kind.isOfAPatient() ? day.substring(0, Math.min(day.length(), DAY)) : "";
    }

    private static Stream<String> concepts(JsonNode concepts) {
        return all(concepts).flatMap(EntryResources::concept);
    }

    private static Stream<String> concept(JsonNode concept) {
        return Stream.concat(
                Stream.of(concept.path("text").asText()),
                all(concept.path("coding")).map(coding -> coding.path("display").asText()));
    }

    private static Stream<String> texts(JsonNode array) {
        return all(array).map(JsonNode::asText);
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
