package org.parvis.fhir.subscription;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where and how a subscriber wants to be told.
 *
 * @param headers sent with each notification
 * @param xml whether notifications are XML rather than JSON
 * @param heartbeat longest silence
 * @param timeout longest wait for the endpoint's answer
 * @param maxCount most events of one notification
 */
record Channel(
        URI endpoint,
        List<Header> headers,
        Payload payload,
        boolean xml,
        Optional<Duration> heartbeat,
        Duration timeout,
        int maxCount) {

    Channel {
        headers = List.copyOf(headers);
    }

    /** An HTTP header. */
    record Header(String name, String value) {}

    String mediaType() {
        return xml ? "application/fhir+xml" : "application/fhir+json";
    }
}
