package org.parvis.fhir.rest;

import java.util.Map;

/** The HTTP answer to a request. */
public record FhirResponse(int status, Map<String, String> headers, Body body) {

    public FhirResponse {
        headers = Map.copyOf(headers);
    }
}
