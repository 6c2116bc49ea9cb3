package org.parvis.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What a server answered: status, headers by lower-case name, and the whole body. */
// The body is written and read once and never compared: a copy or a wrapper would only cost.
@SuppressWarnings("ArrayRecordComponent")
public record Response(int status, Map<String, String> headers, byte[] body) {

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
