package org.parvis;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.parvis.call.CallingSoftware;
import org.parvis.database.TestFolder;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole server as it is shipped, started once for all tests of a run, stopped with it. */
public final class RunningServer {

    private static final ConfigurableApplicationContext SERVER = start();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private RunningServer() {}

    private static ConfigurableApplicationContext start() {
        var folder = TestFolder.fresh();
        SpringApplication.getShutdownHandlers().add(folder::delete);
        var settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--parvis.database.folder=" + folder.path(),
                // Most tests ask as this machine; those of who is let in have a server of their own.
                "--parvis.access.trusted-loopback=true",
                "--parvis.access.folder=" + folder.path().resolve("access"),
                "--parvis.fhir.journal=" + folder.path().resolve("trace"),
                "--parvis.fhir.exports.folder=" + folder.path().resolve("exports")));
        settings.addAll(CallingSoftware.settings(folder.path().resolve("calls")));
        return Parvis.start(settings.toArray(String[]::new));
    }

    /** A part of the server, for tests that ask it without HTTP. */
    public static <T> T bean(Class<T> type) {
        return SERVER.getBean(type);
    }

    /** Tells all parts of the server that this happened. */
    public static void publish(Object event) {
        SERVER.publishEvent(event);
    }

    public static URI at(String path) {
        return URI.create(
                "http://localhost:" + SERVER.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    public static HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)).build());
    }

    /** The page once it holds this text, or as it is after twenty seconds. */
    public static String pageWith(String path, String text) {
        var deadline = Instant.now().plusSeconds(20);
        var page = get(path).body();
        while (!page.contains(text) && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            page = get(path).body();
        }
        return page;
    }

    /** Keeps what this transaction Bundle of the test resources holds. */
    public static void keep(String bundle) {
        try (var text = RunningServer.class.getResourceAsStream("/" + bundle)) {
            var answer = send(HttpRequest.newBuilder(at("/fhir"))
                    .header("Content-Type", "application/fhir+json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            Objects.requireNonNull(text, bundle).readAllBytes()))
                    .build());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.body());
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    public static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
