package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.feed.Backoff;
import org.parvis.fhir.store.TestPostgres;
import org.parvis.fhir.subscription.SubscriberState;
import org.parvis.fhir.subscription.SubscriptionSettings;

/** A store with subscriptions, and a receiver that hears what it is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SubscribingFixture {

    static final String ALL_OBSERVATIONS = "";

    DataSource database;
    FhirEndpoint endpoint;
    FhirClient client;
    Receiver receiver;
    String subscription = "";

    @BeforeAll
    void openTheEndpoint() {
        database = TestPostgres.database();
        open();
    }

    final void open() {
        var hasty = new SubscriptionSettings(
                Set.of("127.0.0.1"),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                new Backoff(Duration.ofMillis(50), Duration.ofMillis(200)));
        endpoint = FhirEndpoint.open(FhirSettings.defaults().with(hasty), database);
        client = new FhirClient(endpoint, Caller.system());
    }

    @AfterAll
    void closeTheEndpoint() {
        endpoint.close();
    }

    @BeforeEach
    void startTheReceiver() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void endTheSubscription() {
        if (!subscription.isEmpty()) {
            client.delete("Subscription/" + subscription);
            subscription = "";
        }
        receiver.close();
    }

    String body(String filter, String content, String more) {
        String extension = filter.isEmpty() ? "" : """
                "_criteria":{"extension":[{"valueString":"%s","url":
                  "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-filter-criteria"}]},
                """.formatted(filter);
        return """
                {"resourceType":"Subscription","status":"requested","reason":"to know",
                 "criteria":"urn:parvis:topic:Observation",%s
                 "channel":{"type":"rest-hook","endpoint":"%s","header":["Authorization: Bearer 1234"],%s
                   "payload":"application/fhir+json","_payload":{"extension":[{"valueCode":"%s","url":
                   "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-payload-content"}]}}}""".formatted(extension, receiver.address(), more, content);
    }

    void post(FhirClient as, String body) {
        var answer = as.post("Subscription", body);
        assertThat(answer.status()).isEqualTo(201);
        subscription = answer.json().path("id").asText();
    }

    /** Subscribes and takes the handshake. */
    void subscribe(String filter, String content) throws InterruptedException {
        post(client, body(filter, content, ""));
        assertThat(receiver.next().parameter("type")).isEqualTo("handshake");
    }

    void putPatient(String id) {
        client.put("Patient/" + id, "{\"resourceType\":\"Patient\",\"id\":\"%s\"}".formatted(id));
    }

    void putObservation(String id, String code) {
        client.put("Observation/" + id, observation(id, code, ""));
    }

    static String observation(String id, String code, String more) {
        return """
                {"resourceType":"Observation","id":"%s","status":"final",%s
                 "code":{"coding":[{"system":"http://loinc.org","code":"%s"}]}}""".formatted(id, more, code);
    }

    JsonNode stored() {
        return client.get("Subscription/" + subscription).json();
    }

    JsonNode awaitStatus(String status) throws InterruptedException {
        for (int i = 0; i < 400 && !stored().path("status").asText().equals(status); i++) {
            Thread.sleep(25);
        }
        JsonNode resource = stored();
        assertThat(resource.path("status").asText()).isEqualTo(status);
        return resource;
    }

    SubscriberState state() {
        return endpoint.subscriptions().overview().stream()
                .filter(each -> each.id().equals(subscription))
                .findFirst()
                .orElseThrow();
    }
}
