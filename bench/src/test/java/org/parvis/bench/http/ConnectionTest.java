package org.parvis.bench.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private static final int WHOLE = 12;
    private static final int CHUNKED = 0;

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private int length = WHOLE;
    private HttpServer server;
    private Connection connection;

    ConnectionTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        connection = new Connection(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/fhir"));
    }

    @BeforeEach
    void answerInTwelveBytes() {
        server.createContext("/", exchange -> {
            asked.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.getResponseHeaders().set("ETag", "W/\"3\"");
            exchange.sendResponseHeaders(200, length);
            exchange.getResponseBody().write("Zoé Le Goff".getBytes(UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        connection.close();
        server.stop(0);
    }

    @Nested
    class Sending {
        @Test
        void asksBelowTheBaseAddress() throws IOException {
            connection.send(Request.reading("Patient?name=zo%C3%A9"));

            assertThat(asked).hasValue("GET /fhir/Patient?name=zo%C3%A9 ");
        }

        @Test
        void followsAnAbsoluteLinkOnTheSameServer() throws IOException {
            connection.send(Request.reading("http://elsewhere/fhir/Patient?page=2"));

            assertThat(asked).hasValue("GET /fhir/Patient?page=2 ");
        }

        @Test
        void carriesTheBody() throws IOException {
            connection.send(Request.transaction("{}".getBytes(UTF_8)));

            assertThat(asked).hasValue("POST /fhir {}");
        }
    }

    @Nested
    class Receiving {
        @Test
        void readsABodyOfKnownLength() throws IOException {
            var answer = connection.send(Request.reading("Patient/1"));

            assertThat(answer.text()).isEqualTo("Zoé Le Goff");
            assertThat(answer.header("etag")).hasValue("W/\"3\"");
        }

        @Test
        void readsAChunkedBodyAndTheNextAnswerAfterIt() throws IOException {
            length = CHUNKED;

            var first = connection.send(Request.reading("Patient/1"));
            var second = connection.send(Request.reading("Patient/1"));

            assertThat(first.text()).isEqualTo("Zoé Le Goff");
            assertThat(second.text()).isEqualTo("Zoé Le Goff");
        }
    }
}
