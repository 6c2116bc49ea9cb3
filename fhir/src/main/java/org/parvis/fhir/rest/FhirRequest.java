package org.parvis.fhir.rest;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;

/**
 * One HTTP request to the store.
 *
 * @param path below the base, decoded, without leading slash: `Patient/12/_history`
 * @param query raw query string, null when there is none
 * @param headers by lower-case name
 * @param body empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Read once and never compared.
public record FhirRequest(
        String method,
        String path,
        @Nullable String query,
        Map<String, String> headers,
        byte[] body,
        Caller caller,
        Origin origin) {}
