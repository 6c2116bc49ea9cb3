package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.feed.Trouble;

/** How a subscription begins, and what it tells: Subscriptions R5 Backport 1.1.0. */
class SubscribingTest extends SubscribingFixture {

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
            var nurse = Caller.program("nurse", Optional.empty(), Permit.patients(Set.of("seen")));
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
            var nurse = Caller.program("nurse", Optional.empty(), Permit.patients(Set.of("seen")));
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
}
