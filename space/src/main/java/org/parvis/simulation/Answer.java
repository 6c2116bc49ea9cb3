package org.parvis.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What a simulated provider answers over HTTP, and how it reads what it is asked. */
record Answer(int status, String type, String body) {

    private static final String HTML = "text/html;charset=UTF-8";
    private static final String JSON = "application/json";

    static Answer page(String html) {
        return new Answer(200, HTML, html);
    }

    static Answer json(String json) {
        return new Answer(200, JSON, json);
    }

    static Answer token(String token) {
        return new Answer(200, "application/jwt", token);
    }

    /** An error as OAuth 2 writes it. */
    static Answer error(int status, String error) {
        return new Answer(status, JSON, "{\"error\":\"%s\"}".formatted(error));
    }

    /** A page for somebody who cannot be sent back. */
    static Answer refused(String why) {
        return new Answer(400, HTML, "<!doctype html><title>Refus</title><p>" + why);
    }

    static Answer to(URI address) {
        return new Answer(302, HTML, address.toString());
    }

    void send(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            if (status == 302) {
                exchange.getResponseHeaders().set("Location", body);
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** The parameters of an address. */
    static Map<String, String> query(HttpExchange exchange) {
        var query = exchange.getRequestURI().getRawQuery();
        return parameters(query == null ? "" : query);
    }

    /** The fields of a form. */
    static Map<String, String> form(HttpExchange exchange) throws IOException {
        return parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    }

    private static Map<String, String> parameters(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], UTF_8),
                        pair -> URLDecoder.decode(pair[1], UTF_8),
                        (first, again) -> first));
    }
}
