package org.parvis.fhir.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A subscriber's own server on the loopback address, which can be made to refuse, or be taken down for a while. */
final class Receiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final int port;
    private HttpServer server;
    private volatile int status = 200;

    /** A notification as it arrived. */
    record Message(JsonNode bundle, String contentType, String authorization, String text) {

        /** A value of the status that stands first. */
        String parameter(String name) {
            for (JsonNode parameter : bundle.at("/entry/0/resource/parameter")) {
                if (parameter.path("name").asText().equals(name)) {
                    return value(parameter);
                }
            }
            return "";
        }

        /** The parts of this name of all events. */
        List<String> events(String part) {
            return bundle.at("/entry/0/resource/parameter").findParents("part").stream()
                    .flatMap(event -> event.path("part").valueStream())
                    .filter(each -> each.path("name").asText().equals(part))
                    .map(Message::value)
                    .toList();
        }

        private static String value(JsonNode parameter) {
            JsonNode reference = parameter.path("valueReference").path("reference");
            return parameter
                    .valueStream()
                    .skip(1)
                    .findFirst()
                    .filter(JsonNode::isValueNode)
                    .orElse(reference)
                    .asText();
        }
    }

    Receiver() throws IOException {
        server = start(0);
        port = server.getAddress().getPort();
    }

    String address() {
        return "http://127.0.0.1:%d/notified".formatted(port);
    }

    /** Answers with this status from now on; what is not accepted is not kept. */
    void answer(int code) {
        status = code;
    }

    void goDown() {
        server.stop(0);
    }

    void comeBack() throws IOException {
        server = start(port);
    }

    /** The next notification; fails when none comes. */
    Message next() throws InterruptedException {
        Message message = messages.poll(20, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("No notification came.");
        }
        return message;
    }

    /** Whether nothing comes for this long. */
    boolean isSilentFor(long millis) throws InterruptedException {
        return messages.poll(millis, TimeUnit.MILLISECONDS) == null;
    }

    private HttpServer start(int at) throws IOException {
        var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        started.createContext("/", this::receive);
        started.start();
        return started;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            int answer = status;
            byte[] body = exchange.getRequestBody().readAllBytes();
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            if (answer == 200) {
                messages.add(new Message(
                        type.contains("json") ? JSON.readTree(body) : JSON.createObjectNode(),
                        type,
                        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                        new String(body, UTF_8)));
            }
            exchange.sendResponseHeaders(answer, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
