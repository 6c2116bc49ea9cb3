package org.parvis.bench.crash;

import java.nio.charset.StandardCharsets;

/** The bodies that the clients write: small, each with a marker to be found by and a value to be recognised by. */
final class Resources {
    static final String MARKERS = "urn:parvis:crash";
    static final int OBSERVATIONS = 5;

    private Resources() {}

    static byte[] observation(String id, String marker, int value) {
        return observation(id, marker, value, "").getBytes(StandardCharsets.UTF_8);
    }

    private static String observation(String id, String marker, int value, String subject) {
        return """
                {"resourceType":"Observation",%s"status":"final",%s\
                "identifier":[{"system":"%s","value":"%s"}],\
                "code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},"valueInteger":%d}""".formatted(id.isEmpty() ? "" : "\"id\":\"" + id + "\",", subject, MARKERS, marker, value);
    }

    /** A patient and some observations of theirs, all under one marker. */
    static byte[] transaction(String marker, int value) {
        var entries = new StringBuilder("""
                {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000001","resource":{"resourceType":"Patient",\
                "identifier":[{"system":"%s","value":"%s"}],"multipleBirthInteger":%d},\
                "request":{"method":"POST","url":"Patient"}}""".formatted(MARKERS, marker, value));
        var subject = "\"subject\":{\"reference\":\"urn:uuid:00000000-0000-4000-8000-000000000001\"},";
        for (var number = 0; number < OBSERVATIONS; number++) {
            entries.append(",{\"resource\":")
                    .append(observation("", marker, value, subject))
                    .append(",\"request\":{\"method\":\"POST\",\"url\":\"Observation\"}}");
        }
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[%s]}"
                .formatted(entries)
                .getBytes(StandardCharsets.UTF_8);
    }
}
