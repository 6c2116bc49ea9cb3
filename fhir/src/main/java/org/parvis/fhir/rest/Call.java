package org.parvis.fhir.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.store.ResourceKey;

/**
 * One interaction asked for: an HTTP request, or an entry of a bundle.
 *
 * @param segments the path's parts
 * @param headers by lower-case name
 * @param content reads the resource that was sent; refuses when there is none or it is malformed
 * @param raw the body as sent; empty for an entry of a bundle
 * @param place where the interaction stands, `Bundle.entry[3]`; empty for a request of its own
 * @param base address of this server as the caller knows it
 * @param sightings what the whole request is shown
 * @param remarks what is found in what this interaction sends, without refusing it
 */
@SuppressWarnings("ArrayRecordComponent") // Read once and never compared.
record Call(
        String method,
        List<String> segments,
        List<Parameter> parameters,
        Map<String, String> headers,
        Supplier<ObjectNode> content,
        byte[] raw,
        @Nullable String place,
        Caller caller,
        Origin origin,
        String base,
        Sightings sightings,
        Remarks remarks) {

    Call {
        segments = List.copyOf(segments);
        parameters = List.copyOf(parameters);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The first value of a query parameter. */
    Optional<String> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    String segment(int index) {
        return segments.get(index);
    }

    /** The resource that the address names first. */
    ResourceKey key() {
        return new ResourceKey(segment(0), segment(1));
    }

    /** Where things are said to be wrong: the place, or the type for a request of its own. */
    String at(String type) {
        return place == null ? type : place + ".resource";
    }

    /** The same call with parameters that came in its body. */
    Call with(List<Parameter> more) {
        var all = new ArrayList<>(parameters);
        all.addAll(more);
        return new Call(method, segments, all, headers, content, raw, place, caller, origin, base, sightings, remarks);
    }

    /** The word of a `Prefer` header for this key: `return`, `handling`. */
    Optional<String> preference(String key) {
        for (String part : headers.getOrDefault("prefer", "").split("[;,]", -1)) {
            String[] pair = part.trim().split("=", 2);
            if (pair.length == 2 && pair[0].trim().equals(key)) {
                return Optional.of(pair[1].trim());
            }
        }
        return Optional.empty();
    }

    /** Whether a `Prefer` header has this word alone: `respond-async`. */
    boolean prefers(String word) {
        return List.of(headers.getOrDefault("prefer", "").split("\\s*[;,]\\s*", -1))
                .contains(word);
    }

    /** Whether parameters that are not understood shall be left out rather than refused (R4 search.html, 3.1.1.2.1). */
    boolean isLenient() {
        return preference("handling").filter("lenient"::equals).isPresent();
    }
}
