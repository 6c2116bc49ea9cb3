package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.feed.Backoff;
import org.parvis.fhir.feed.Trouble;
import org.parvis.fhir.store.TestPostgres;
import org.parvis.fhir.subscription.SubscriberState;
import org.parvis.fhir.subscription.SubscriptionSettings;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscribingTest {

    private static final String ALL_OBSERVATIONS = "";

    private DataSource database;
    private FhirEndpoint endpoint;
    private FhirClient client;
    private Receiver receiver;
    private String subscription = "";

    @BeforeAll
    void openTheEndpoint() {
        database = TestPostgres.database();
        open();
    }

    private void open() {
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

    private String body(String filter, String content, String more) {
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

    private void post(FhirClient as, String body) {
        var answer = as.post("Subscription", body);
        assertThat(answer.status()).isEqualTo(201);
        subscription = answer.json().path("id").asText();
    }

    /** Subscribes and takes the handshake. */
    private void subscribe(String filter, String content) throws InterruptedException {
        post(client, body(filter, content, ""));
        assertThat(receiver.next().parameter("type")).isEqualTo("handshake");
    }

    private void putPatient(String id) {
        client.put("Patient/" + id, "{\"resourceType\":\"Patient\",\"id\":\"%s\"}".formatted(id));
    }

    private void putObservation(String id, String code) {
        client.put("Observation/" + id, observation(id, code, ""));
    }

    private static String observation(String id, String code, String more) {
        return """
                {"resourceType":"Observation","id":"%s","status":"final",%s
                 "code":{"coding":[{"system":"http://loinc.org","code":"%s"}]}}""".formatted(id, more, code);
    }

    private JsonNode stored() {
        return client.get("Subscription/" + subscription).json();
    }

    private JsonNode awaitStatus(String status) throws InterruptedException {
        for (int i = 0; i < 400 && !stored().path("status").asText().equals(status); i++) {
            Thread.sleep(25);
        }
        JsonNode resource = stored();
        assertThat(resource.path("status").asText()).isEqualTo(status);
        return resource;
    }

    private SubscriberState state() {
        return endpoint.subscriptions().overview().stream()
                .filter(each -> each.id().equals(subscription))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class Beginning {

        @Test
        void shakesHandsAndBecomesActive() throws Exception {
            post(client, body(ALL_OBSERVATIONS, "id-only", ""));

            var handshake = receiver.next();

            assertThat(handshake.bundle().path("type").asText()).isEqualTo("history");
            assertThat(handshake.parameter("type")).isEqualTo("handshake");
            assertThat(handshake.parameter("status")).isEqualTo("requested");
            assertThat(handshake.parameter("subscription"))
                    .isEqualTo("http://parvis.test/fhir/Subscription/" + subscription);
            assertThat(handshake.parameter("events-since-subscription-start")).isEqualTo("0");
            assertThat(handshake.authorization()).isEqualTo("Bearer 1234");
            assertThat(awaitStatus("active").path("error").isMissingNode()).isTrue();
        }

        @Test
        void isTriedAgainWhenSomebodyChangesWhatIsAskedFor() throws Exception {
            subscribe("Observation?code=8302-2", "id-only");
            awaitStatus("active");
            putObservation("b1", "8302-2");
            assertThat(receiver.next().events("event-number")).containsExactly("1");

            client.put("Subscription/" + subscription, stored().toString().replace("8302-2", "29463-7"));
            assertThat(receiver.next().parameter("type")).isEqualTo("handshake");
            putObservation("b2", "8302-2");
            putObservation("b3", "29463-7");

            var message = receiver.next();
            assertThat(message.events("event-number")).containsExactly("2");
            assertThat(message.events("focus")).containsExactly("http://parvis.test/fhir/Observation/b3");
        }

        @Test
        void refusesAHeaderThatCannotBeSent() throws Exception {
            post(client, body(ALL_OBSERVATIONS, "id-only", "").replace("Authorization: Bearer 1234", "Host: moon"));

            assertThat(awaitStatus("error").path("error").asText()).contains("Host: moon");
        }

        @Test
        void saysWhyItCannotBeServed() throws Exception {
            post(client, body(ALL_OBSERVATIONS, "id-only", "").replace("urn:parvis:topic:Observation", "urn:moon"));

            assertThat(awaitStatus("error").path("error").asText()).contains("'urn:moon' is no topic");
        }

        @Test
        void saysWhyAFilterCannotBeServed() throws Exception {
            post(client, body("Observation?colour=red", "id-only", ""));

            assertThat(awaitStatus("error").path("error").asText()).contains("colour");
        }

        @Test
        void reachesNoHostThatIsNotAllowed() throws Exception {
            post(client, body(ALL_OBSERVATIONS, "id-only", "").replace("127.0.0.1", "localhost"));

            assertThat(awaitStatus("error").path("error").asText()).contains("'localhost'");
            assertThat(receiver.isSilentFor(200)).isTrue();
        }

        @Test
        void triesTheHandshakeUntilItIsAccepted() throws Exception {
            receiver.answer(403);
            post(client, body(ALL_OBSERVATIONS, "id-only", ""));
            assertThat(awaitStatus("error").path("error").asText()).contains("403");

            receiver.answer(200);

            assertThat(receiver.next().parameter("type")).isEqualTo("handshake");
            awaitStatus("active");
        }

        @Test
        void isKnownFromTheCapabilities() {
            JsonNode resources = client.get("metadata").json().at("/rest/0/resource");

            assertThat(resources.toString()).contains("urn:parvis:topic:Observation", "backport-subscription-events");
        }
    }

    @Nested
    class Telling {

        @Test
        void namesWhatChangedInOrder() throws Exception {
            subscribe(ALL_OBSERVATIONS, "id-only");

            putObservation("t1", "29463-7");
            var first = receiver.next();
            putObservation("t1", "8302-2");
            var second = receiver.next();
            client.delete("Observation/t1");
            var third = receiver.next();

            assertThat(List.of(first, second, third))
                    .extracting(message -> message.events("event-number"))
                    .containsExactly(List.of("1"), List.of("2"), List.of("3"));
            assertThat(List.of(first, second, third))
                    .allSatisfy(message -> assertThat(message.events("focus"))
                            .containsExactly("http://parvis.test/fhir/Observation/t1"));
            assertThat(third.parameter("events-since-subscription-start")).isEqualTo("3");
        }

        @Test
        void carriesTheResourceAsItBecame() throws Exception {
            subscribe(ALL_OBSERVATIONS, "full-resource");

            putObservation("t2", "29463-7");
            JsonNode entry = receiver.next().bundle().path("entry").get(1);
            client.delete("Observation/t2");
            JsonNode deletion = receiver.next().bundle().path("entry").get(1);

            assertThat(entry.path("resource"))
                    .isEqualTo(client.get("Observation/t2/_history/1").json());
            assertThat(entry.at("/request/method").asText()).isEqualTo("PUT");
            assertThat(deletion.has("resource")).isFalse();
            assertThat(deletion.at("/request/method").asText()).isEqualTo("DELETE");
        }

        @Test
        void isASoundBundle() throws Exception {
            subscribe(ALL_OBSERVATIONS, "full-resource");

            putObservation("t10", "29463-7");

            assertThat(client.post("Bundle", receiver.next().text()).status()).isEqualTo(201);
        }

        @Test
        void asksTheFilterOfEachVersionEvenIfALaterOneIsThere() throws Exception {
            subscribe("Observation?code=29463-7", "id-only");

            putObservation("t9", "8302-2");
            putObservation("t9", "29463-7");
            putObservation("t9", "8302-2");
            putObservation("t11", "29463-7");

            assertThat(focuses(2)).containsExactly("1 t9", "2 t11");
            assertThat(client.get("Observation/t9").json().at("/meta/versionId").asText())
                    .isEqualTo("3");
        }

        @Test
        void tellsNoMoreThanThatSomethingHappenedWhenEmpty() throws Exception {
            subscribe(ALL_OBSERVATIONS, "empty");

            putObservation("t3", "29463-7");
            var message = receiver.next();

            assertThat(message.events("event-number")).containsExactly("1");
            assertThat(message.text()).doesNotContain("t3").doesNotContain("topic");
        }

        @Test
        void tellsWhatMeetsTheFilterOnly() throws Exception {
            subscribe("Observation?code=http://loinc.org|29463-7", "id-only");

            putObservation("t4", "8302-2");
            putObservation("t5", "29463-7");
            putObservation("t6", "8302-2");
            putObservation("t7", "29463-7");
            client.delete("Observation/t6");
            client.delete("Observation/t5");

            assertThat(focuses(3)).containsExactly("1 t5", "2 t7", "3 t5");
        }

        @Test
        void gathersAtMostTheMaximumCount() throws Exception {
            post(client, body(ALL_OBSERVATIONS, "id-only", """
                    "extension":[{"valuePositiveInt":2,"url":
                     "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-max-count"}],"""));
            receiver.next();

            String entries = String.join(
                    ",",
                    IntStream.range(0, 5)
                            .mapToObj(i ->
                                    "{\"resource\":%s,\"request\":{\"method\":\"PUT\",\"url\":\"Observation/m%d\"}}"
                                            .formatted(observation("m" + i, "29463-7", ""), i))
                            .toList());
            client.post("", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[%s]}".formatted(entries));

            assertThat(List.of(receiver.next(), receiver.next(), receiver.next()))
                    .extracting(message -> message.events("event-number"))
                    .containsExactly(List.of("1", "2"), List.of("3", "4"), List.of("5"));
        }

        @Test
        void speaksXmlWhenAskedTo() throws Exception {
            post(
                    client,
                    body(ALL_OBSERVATIONS, "full-resource", "")
                            .replace("application/fhir+json", "application/fhir+xml"));
            receiver.next();

            putObservation("t8", "29463-7");
            var message = receiver.next();

            assertThat(message.contentType()).isEqualTo("application/fhir+xml");
            assertThat(message.text()).contains("<Bundle", "<Observation", "t8");
        }

        @Test
        void tellsNothingThatItsAuthorMayNotSee() throws Exception {
            putPatient("seen");
            putPatient("hidden");
            var nurse = new Caller("nurse", Optional.empty(), Permit.patients(Set.of("seen")));
            post(client.as(nurse), body(ALL_OBSERVATIONS, "full-resource", ""));
            receiver.next();

            client.put("Observation/h", observation("h", "1", "\"subject\":{\"reference\":\"Patient/hidden\"},"));
            client.put("Observation/s", observation("s", "1", "\"subject\":{\"reference\":\"Patient/seen\"},"));

            assertThat(focuses(1)).containsExactly("1 s");
            assertThat(receiver.isSilentFor(300)).isTrue();
        }

        @Test
        void keepsTheNumberAndNothingElseOfWhatItsAuthorMayNoLongerSee() throws Exception {
            putPatient("seen");
            putPatient("hidden");
            var nurse = new Caller("nurse", Optional.empty(), Permit.patients(Set.of("seen")));
            post(client.as(nurse), body(ALL_OBSERVATIONS, "full-resource", ""));
            receiver.next();
            receiver.answer(503);
            client.put("Observation/m", observation("m", "1", "\"subject\":{\"reference\":\"Patient/seen\"},"));
            awaitFailures(1);
            client.put("Observation/m", observation("m", "1", "\"subject\":{\"reference\":\"Patient/hidden\"},"));

            // What was on its way when the Observation moved has been refused by then.
            awaitFailures(state().trouble().orElseThrow().failures() + 2);
            receiver.answer(200);
            var message = receiver.next();

            assertThat(message.events("event-number")).containsExactly("1");
            assertThat(message.events("focus")).isEmpty();
            assertThat(message.bundle().path("entry")).hasSize(1);
        }

        private void awaitFailures(int failures) throws InterruptedException {
            while (state().trouble().map(Trouble::failures).orElse(0) < failures) {
                Thread.sleep(20);
            }
        }

        private List<String> focuses(int events) throws InterruptedException {
            var told = new ArrayList<String>();
            while (told.size() < events) {
                var message = receiver.next();
                for (int i = 0; i < message.events("focus").size(); i++) {
                    String focus = message.events("focus").get(i);
                    told.add(message.events("event-number").get(i) + " " + focus.substring(focus.lastIndexOf('/') + 1));
                }
            }
            return told;
        }
    }

    @Nested
    class WhileTheSubscriberIsDown {

        @Test
        void keepsEventsAndTellsThemInOrderOnceItIsBack() throws Exception {
            subscribe(ALL_OBSERVATIONS, "id-only");
            awaitStatus("active");
            receiver.goDown();
            for (int i = 0; i < 5; i++) {
                putObservation("d" + i, "29463-7");
            }
            assertThat(awaitStatus("error").path("error").asText()).contains("could not be reached");
            assertThat(state().waiting()).isEqualTo(5);
            assertThat(state().trouble().orElseThrow().failures()).isPositive();

            receiver.comeBack();

            assertThat(numbers(5)).containsExactly("1", "2", "3", "4", "5");
            awaitStatus("active");
            assertThat(state().waiting()).isZero();
            assertThat(state().trouble()).isEmpty();
        }

        @Test
        void goesOnAfterTheServerWasStartedAgain() throws Exception {
            subscribe(ALL_OBSERVATIONS, "id-only");
            putObservation("r0", "29463-7");
            assertThat(numbers(1)).containsExactly("1");
            awaitStatus("active");
            receiver.answer(503);
            putObservation("r1", "29463-7");
            endpoint.close();
            open();
            putObservation("r2", "29463-7");

            receiver.answer(200);

            assertThat(numbers(2)).containsExactly("2", "3");
        }

        private List<String> numbers(int events) throws InterruptedException {
            var numbers = new ArrayList<String>();
            while (numbers.size() < events) {
                numbers.addAll(receiver.next().events("event-number"));
            }
            return numbers;
        }
    }

    @Nested
    class Heartbeat {

        @Test
        void comesWhenNothingHappens() throws Exception {
            post(client, body(ALL_OBSERVATIONS, "id-only", """
                    "extension":[{"valueUnsignedInt":1,"url":
                     "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-heartbeat-period"}],"""));
            receiver.next();

            var beat = receiver.next();

            assertThat(beat.parameter("type")).isEqualTo("heartbeat");
            assertThat(beat.parameter("status")).isEqualTo("active");
            assertThat(beat.parameter("events-since-subscription-start")).isEqualTo("0");
        }
    }

    @Nested
    class Ending {

        @Test
        void comesWithOff() throws Exception {
            subscribe(ALL_OBSERVATIONS, "id-only");
            awaitStatus("active");

            client.put("Subscription/" + subscription, stored().toString().replace("\"active\"", "\"off\""));
            putObservation("e1", "29463-7");

            assertThat(receiver.isSilentFor(500)).isTrue();
            assertThat(stored().path("status").asText()).isEqualTo("off");
        }

        @Test
        void comesWithDeletion() throws Exception {
            subscribe(ALL_OBSERVATIONS, "id-only");

            client.delete("Subscription/" + subscription);
            putObservation("e2", "29463-7");

            assertThat(receiver.isSilentFor(500)).isTrue();
            assertThat(endpoint.subscriptions().overview())
                    .noneMatch(state -> state.id().equals(subscription));
        }

        @Test
        void comesAtTheMomentThatWasSet() throws Exception {
            post(
                    client,
                    body(ALL_OBSERVATIONS, "id-only", "")
                            .replace("\"reason\"", "\"end\":\"2020-01-01T00:00:00Z\",\"reason\""));

            awaitStatus("off");
        }

        @Test
        void isTakenBackByAskingAgain() throws Exception {
            subscribe(ALL_OBSERVATIONS, "id-only");
            awaitStatus("active");
            client.put("Subscription/" + subscription, stored().toString().replace("\"active\"", "\"off\""));
            putObservation("e3", "29463-7");

            client.put("Subscription/" + subscription, stored().toString().replace("\"off\"", "\"requested\""));
            assertThat(receiver.next().parameter("type")).isEqualTo("handshake");
            putObservation("e4", "29463-7");

            assertThat(receiver.next().events("focus")).containsExactly("http://parvis.test/fhir/Observation/e4");
        }
    }

    @Nested
    class Asking {

        @Test
        void tellsWhereASubscriptionStands() throws Exception {
            subscribe(ALL_OBSERVATIONS, "id-only");
            awaitStatus("active");
            putObservation("a1", "29463-7");
            receiver.next();

            JsonNode bundle =
                    client.get("Subscription/" + subscription + "/$status").json();

            assertThat(bundle.path("type").asText()).isEqualTo("searchset");
            assertThat(bundle.at("/entry/0/resource/parameter").toString())
                    .contains("query-status", "\"active\"", "\"1\"", "urn:parvis:topic:Observation");
        }

        @Test
        void tellsWhereAllStandThatHaveAStatus() throws Exception {
            subscribe(ALL_OBSERVATIONS, "id-only");
            awaitStatus("active");

            assertThat(client.get("Subscription/$status?status=active")
                            .json()
                            .path("total")
                            .asInt())
                    .isEqualTo(1);
            assertThat(client.get("Subscription/$status?status=off")
                            .json()
                            .path("total")
                            .asInt())
                    .isZero();
            assertThat(client.get("Subscription/$status?id=" + subscription)
                            .json()
                            .path("total")
                            .asInt())
                    .isEqualTo(1);
        }

        @Test
        void tellsEventsAgain() throws Exception {
            subscribe(ALL_OBSERVATIONS, "empty");
            for (int i = 1; i <= 4; i++) {
                putObservation("again" + i, "29463-7");
                receiver.next();
            }

            var answer = client.get("Subscription/%s/$events?eventsSinceNumber=2&eventsUntilNumber=3&content=id-only"
                    .formatted(subscription));
            var message = new Receiver.Message(answer.json(), "", "", answer.text());

            assertThat(message.parameter("type")).isEqualTo("query-event");
            assertThat(message.events("event-number")).containsExactly("2", "3");
            assertThat(message.events("focus"))
                    .containsExactly(
                            "http://parvis.test/fhir/Observation/again2", "http://parvis.test/fhir/Observation/again3");
        }

        @Test
        void isRefusedForOtherTypes() {
            assertThat(client.get("Patient/p/$events").status()).isEqualTo(404);
        }
    }
}
