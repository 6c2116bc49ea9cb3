package org.parvis.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.parvis.fhir.rest.StoreClient;

/** What the directory calls those whom references name. */
final class Names {

    private static final int AT_ONCE = 50;

    private final StoreClient directory;

    Names(StoreClient directory) {
        this.directory = directory;
    }

    /** The names of these, by reference; without those that have none. */
    Map<String, String> of(Collection<String> references) {
        var names = new HashMap<String, String>();
        var byType = references.stream()
                .collect(Collectors.groupingBy(
                        reference -> reference.substring(0, reference.indexOf('/')),
                        Collectors.mapping(
                                reference -> reference.substring(reference.indexOf('/') + 1),
                                Collectors.toCollection(TreeSet::new))));
        byType.forEach((type, ids) -> {
            for (var rest = ids; !rest.isEmpty(); ) {
                var some = rest.stream().limit(AT_ONCE).toList();
                rest.removeAll(some);
                found(type, some)
                        .forEach(resource -> name(resource)
                                .ifPresent(name -> names.put(
                                        type + "/" + resource.path("id").asText(), name)));
            }
        });
        return names;
    }

    private Stream<ObjectNode> found(String type, Collection<String> ids) {
        var include = type.equals("PractitionerRole") ? "&_include=PractitionerRole:practitioner" : "";
        var page = directory.search("%s?_id=%s&_count=%d%s".formatted(type, String.join(",", ids), AT_ONCE, include));
        var people = page.included().stream()
                .collect(Collectors.toMap(
                        person -> "Practitioner/" + person.path("id").asText(), person -> person));
        // A role is called by who holds it.
        page.matches()
                .forEach(role -> Optional.ofNullable(people.get(
                                role.path("practitioner").path("reference").asText()))
                        .ifPresent(person -> role.set("name", person.path("name"))));
        return page.matches().stream();
    }

    private static Optional<String> name(ObjectNode resource) {
        JsonNode name = resource.path("name");
        var shown = name.isArray() ? person(name.path(0)) : name.asText();
        return Optional.of(shown).filter(text -> !text.isBlank());
    }

    private static String person(JsonNode name) {
        var parts = Stream.of(name.path("prefix"), name.path("given"))
                .flatMap(texts -> StreamSupport.stream(texts.spliterator(), false))
                .map(JsonNode::asText);
        var whole = Stream.concat(parts, Stream.of(name.path("family").asText()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return whole.isEmpty() ? name.path("text").asText() : whole;
    }
}
