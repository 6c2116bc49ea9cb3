package org.parvis.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** One FHIR request: a method, a target below the base address, headers and a body. */
// The body is written and read once and never compared: a copy or a wrapper would only cost.
@SuppressWarnings("ArrayRecordComponent")
public record Request(String method, String target, Map<String, String> headers, byte[] body) {
    private static final String FHIR_JSON = "application/fhir+json";
    private static final String FORM = "application/x-www-form-urlencoded;charset=UTF-8";
    private static final byte[] NOTHING = {};

    public Request {
        headers = Map.copyOf(headers);
    }

    public static Request reading(String target) {
        return new Request("GET", target, Map.of("Accept", FHIR_JSON, "Cache-Control", "no-cache"), NOTHING);
    }

    public static Request creating(String type, byte[] resource) {
        return new Request("POST", type, written(FHIR_JSON), resource);
    }

    /** A batch or a transaction goes to the base address itself. */
    public static Request transaction(byte[] bundle) {
        return creating("", bundle);
    }

    public static Request updating(String type, String id, byte[] resource) {
        return new Request("PUT", type + "/" + id, written(FHIR_JSON), resource);
    }

    public static Request deleting(String type, String id) {
        return new Request("DELETE", type + "/" + id, Map.of("Accept", FHIR_JSON), NOTHING);
    }

    /** A search sent as a form, as R4 http.html#search allows. */
    public static Request searchForm(String type, String query) {
        var headers = Map.of("Accept", FHIR_JSON, "Content-Type", FORM, "Cache-Control", "no-cache");
        return new Request("POST", type + "/_search", headers, query.getBytes(StandardCharsets.US_ASCII));
    }

    public Request with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Request(method, target, more, body);
    }

    private static Map<String, String> written(String contentType) {
        return Map.of("Accept", FHIR_JSON, "Content-Type", contentType);
    }
}
