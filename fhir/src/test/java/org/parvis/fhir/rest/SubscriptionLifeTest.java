package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of a subscription: silence, trouble, its end, and what may be asked about it. */
class SubscriptionLifeTest extends SubscribingFixture {

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
