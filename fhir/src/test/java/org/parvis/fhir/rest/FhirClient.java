package org.parvis.fhir.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;

/** Speaks to an endpoint as an HTTP client would, without the network. */
final class FhirClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FhirEndpoint endpoint;
    private final Caller caller;
    private final Origin origin;

    FhirClient(FhirEndpoint endpoint, Caller caller) {
        this(endpoint, caller, Origin.here());
    }

    FhirClient(FhirEndpoint endpoint, Caller caller, Origin origin) {
        this.endpoint = endpoint;
        this.caller = caller;
        this.origin = origin;
    }

    /** An answer as received. */
    record Received(int status, Map<String, String> headers, String text) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        JsonNode json() {
            return read(text);
        }
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FhirClient as(Caller other) {
        return new FhirClient(endpoint, other, origin);
    }

    Received get(String address, String... headers) {
        return send("GET", address, "", headers);
    }

    Received post(String address, String body, String... headers) {
        return send("POST", address, body, headers);
    }

    Received put(String address, String body, String... headers) {
        return send("PUT", address, body, headers);
    }

    Received delete(String address, String... headers) {
        return send("DELETE", address, "", headers);
    }

    Received send(String method, String address, String body, String... headers) {
        Map<String, String> sent = new HashMap<>(Map.of("host", "parvis.test"));
        for (int i = 0; i < headers.length; i += 2) {
            sent.put(headers[i], headers[i + 1]);
        }
        int mark = address.indexOf('?');
        var response = endpoint.answer(new FhirRequest(
                method,
                mark < 0 ? address : address.substring(0, mark),
                mark < 0 ? null : address.substring(mark + 1),
                sent,
                body.getBytes(UTF_8),
                caller,
                origin));
        return new Received(response.status(), response.headers(), text(response.body()));
    }

    private static String text(Body body) {
        return switch (body) {
            case Body.Whole(byte[] bytes) -> new String(bytes, UTF_8);
            case Body.Streamed(var writer) -> {
                var out = new ByteArrayOutputStream();
                try {
                    writer.write(out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                yield out.toString(UTF_8);
            }
        };
    }
}
