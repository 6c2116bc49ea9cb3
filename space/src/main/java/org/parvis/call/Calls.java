package org.parvis.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.parvis.access.Visitor;
import org.parvis.call.CallAnswer.Opened;
import org.parvis.call.CallAnswer.Reason;
import org.parvis.call.CallAnswer.Refused;
import org.parvis.call.CallReader.Reading;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;

/** Answers calls: whom they are for, once, and within the rights of that person. */
final class Calls {

    private final CallReader reader;
    private final PostgresCalls used;
    private final FhirEndpoint endpoint;
    private final Duration skew;

    Calls(CallReader reader, PostgresCalls used, FhirEndpoint endpoint, Duration skew) {
        this.reader = reader;
        this.used = used;
        this.endpoint = endpoint;
        this.skew = skew;
    }

    CallAnswer answer(String token, Visitor visitor, Instant now) {
        return switch (reader.read(token, now)) {
            case Reading.Doubted(var reason) -> new Refused(reason);
            case Reading.Believed(var call) -> answer(call, visitor, now);
        };
    }

    private CallAnswer answer(Call call, Visitor visitor, Instant now) {
        var store = visitor.at(endpoint);
        if (!isFor(call, visitor, store)) {
            return new Refused(Reason.OTHER_PERSON);
        }
        if (!used.use(call, call.ends().plus(skew), now)) {
            return new Refused(Reason.REPLAYED);
        }
        var found = store.search("Patient?_count=2&identifier=" + encoded(call.patient()))
                .matches();
        // Two patients under one number is for the identity unit to settle, not for a link to choose.
        return found.size() == 1 && call.patient().contains("|")
                ? new Opened(found.getFirst().path("id").asText(), call.software(), call.back())
                : new Refused(Reason.NO_RECORD);
    }

    private static boolean isFor(Call call, Visitor visitor, StoreClient store) {
        return visitor.caller()
                .person()
                .map(person -> person.split("/", -1))
                .flatMap(person -> store.read(person[0], person[1]))
                .filter(person -> bears(person, call.person()))
                .isPresent();
    }

    private static boolean bears(ObjectNode person, String identifier) {
        return StreamSupport.stream(person.path("identifier").spliterator(), false)
                .anyMatch(one -> identifier.equals(
                        one.path("system").asText() + "|" + one.path("value").asText()));
    }

    private static String encoded(String identifier) {
        return URLEncoder.encode(identifier.replace(",", "\\,"), UTF_8);
    }
}
