package org.parvis.bench.load;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.parvis.bench.http.Request;

/** Draws the next request of each measure for one server: the same draws give the same questions on both servers. */
final class Requests {
    private static final String UCUM = "http://unitsofmeasure.org";

    private final List<Known> known;
    private final Random random;
    private final int client;
    private final AtomicInteger written = new AtomicInteger();

    Requests(List<Known> known, int client, long seed) {
        this.known = known;
        this.client = client;
        this.random = new Random(seed + client);
    }

    Request next(Measure measure) {
        var one = any(known);
        return switch (measure) {
            case INGEST -> throw new IllegalArgumentException("Bundles are prepared, not drawn");
            case CREATE -> Request.creating("Observation", observation("", one.patient()));
            case UPDATE -> update(one);
            case READ -> read(one);
            case IDENTIFIER ->
                search("Patient?identifier=" + one.facts().identifier().token());
            case PATIENT_AND_CODE ->
                search("Observation?patient=%s&code=%s&_sort=-date&_count=20"
                        .formatted(one.patient(), any(one.facts().codes())));
            case CODE_PAGE ->
                search("Observation?code=%s&_count=50".formatted(any(one.facts().codes())));
            case INCLUDE ->
                search(
                        "Encounter?patient=%s&_include=Encounter:practitioner&_include=Encounter:service-provider&_count=20"
                                .formatted(one.patient()));
            case HAS ->
                search("Patient?_has:Observation:patient:code=%s&_count=20"
                        .formatted(any(one.facts().codes())));
            case CODE_AND_QUANTITY -> quantity(any(one.facts().quantities()));
            case CHAIN ->
                search("Observation?patient.identifier=%s&_count=20"
                        .formatted(one.facts().identifier().token()));
        };
    }

    private Request read(Known one) {
        return random.nextBoolean()
                ? Request.reading("Patient/" + one.patient())
                : Request.reading("Observation/" + any(one.observations()));
    }

    /** Clients write apart from each other, so that no server is made to refuse a version. */
    private Request update(Known one) {
        var own = one.observations().stream()
                .filter(id -> Math.floorMod(id.hashCode(), 4) == client % 4)
                .toList();
        var id = any(own.isEmpty() ? one.observations() : own);
        return Request.updating("Observation", id, observation("\"id\":\"" + id + "\",", one.patient()));
    }

    private static Request quantity(Facts.Measured measured) {
        var least = "ge%s|%s|%s".formatted(measured.value().toPlainString(), UCUM, measured.unit());
        return search("Observation?code=%s&value-quantity=%s&_count=50"
                .formatted(measured.code(), URLEncoder.encode(least, StandardCharsets.UTF_8)));
    }

    private byte[] observation(String id, String patient) {
        var number = written.incrementAndGet();
        return """
                {"resourceType":"Observation",%s"status":"final",\
                "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category",\
                "code":"vital-signs","display":"Vital signs"}]}],\
                "code":{"coding":[{"system":"http://loinc.org","code":"8867-4","display":"Heart rate"}],\
                "text":"Heart rate"},"subject":{"reference":"Patient/%s"},\
                "effectiveDateTime":"2025-%02d-%02dT08:%02d:00+01:00","issued":"2025-12-31T08:00:00.000+01:00",\
                "valueQuantity":{"value":%d.%d,"unit":"/min","system":"http://unitsofmeasure.org","code":"/min"}}""".formatted(
                        id,
                        patient,
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        random.nextInt(60),
                        40 + number % 100,
                        random.nextInt(10))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Request search(String target) {
        return Request.reading(target.replace("|", "%7C"));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
