package org.parvis.fhir.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.outcome.Refusal;

/**
 * The store as this process asks it in one caller's name: the requests that come over HTTP, and resources as trees.
 * Each method throws the {@link Refusal} that an HTTP caller would be told.
 */
public final class StoreClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Function<FhirRequest, FhirResponse> store;
    private final Caller caller;
    private final Origin origin;

    StoreClient(Function<FhirRequest, FhirResponse> store, Caller caller) {
        this(store, caller, Origin.here());
    }

    private StoreClient(Function<FhirRequest, FhirResponse> store, Caller caller, Origin origin) {
        this.store = store;
        this.caller = caller;
        this.origin = origin;
    }

    /** The same store, asked for somebody who is there: the trace tells from where. */
    public StoreClient from(Origin place) {
        return new StoreClient(store, caller, place);
    }

    /**
     * One page of a search.
     *
     * @param total how many match in all, when the search asked for it
     * @param next the query of the next page, to be given to {@link StoreClient#search}
     */
    public record Found(
            List<ObjectNode> matches, List<ObjectNode> included, OptionalInt total, Optional<String> next) {}

    /** The current version; empty when there is none for this caller. */
    public Optional<ObjectNode> read(String type, String id) {
        try {
            return Optional.of(json(send("GET", type + "/" + id, null)));
        } catch (Refusal refusal) {
            if (refusal.status() == 404 || refusal.status() == 410) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /**
     * The first page of a search.
     *
     * @param address such as {@code Observation?patient=12&_sort=-date&_count=5}, its values encoded as in a URL
     */
    public Found search(String address) {
        ObjectNode bundle = json(send("GET", address, null));
        var matches = new ArrayList<ObjectNode>();
        var included = new ArrayList<ObjectNode>();
        for (var entry : bundle.path("entry")) {
            if (entry.path("resource") instanceof ObjectNode resource) {
                boolean match =
                        entry.path("search").path("mode").asText("match").equals("match");
                (match ? matches : included).add(resource);
            }
        }
        OptionalInt total =
                bundle.has("total") ? OptionalInt.of(bundle.get("total").asInt()) : OptionalInt.empty();
        return new Found(matches, included, total, next(bundle));
    }

    /** The resource as it was created. */
    public ObjectNode create(ObjectNode resource) {
        return json(send("POST", resource.path("resourceType").asText(), resource));
    }

    /** The resource as it stands after the update of the address that its type and id give. */
    public ObjectNode update(ObjectNode resource) {
        String address = resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
        return json(send("PUT", address, resource));
    }

    /** The answer to a batch or transaction Bundle. */
    public ObjectNode bundle(ObjectNode bundle) {
        return json(send("POST", "", bundle));
    }

    private static Optional<String> next(ObjectNode bundle) {
        for (var link : bundle.path("link")) {
            if (link.path("relation").asText().equals("next")) {
                String url = link.path("url").asText();
                return Optional.of(url.substring(url.indexOf("/fhir/") + "/fhir/".length()));
            }
        }
        return Optional.empty();
    }

    private byte[] send(String method, String address, @Nullable ObjectNode body) {
        int mark = address.indexOf('?');
        FhirResponse response = store.apply(new FhirRequest(
                method,
                mark < 0 ? address : address.substring(0, mark),
                mark < 0 ? null : address.substring(mark + 1),
                Map.of("host", "localhost", "prefer", "return=representation"),
                body == null ? new byte[0] : body.toString().getBytes(UTF_8),
                caller,
                origin));
        return bytes(response.body());
    }

    private static byte[] bytes(Body body) {
        return switch (body) {
            case Body.Whole(byte[] bytes) -> bytes;
            case Body.Streamed(var writer) -> {
                var out = new ByteArrayOutputStream();
                try {
                    writer.write(out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                yield out.toByteArray();
            }
        };
    }

    private static ObjectNode json(byte[] bytes) {
        try {
            return (ObjectNode) JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
