package org.parvis.bench.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.parvis.bench.http.Connection;
import org.parvis.bench.http.Request;
import org.parvis.bench.server.Server;

/** The page on which people are looked for, as the server's own machine sees it. */
public final class FindingPage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final Connection connection;

    public FindingPage(Server server) {
        this.connection = server.pages();
    }

    String asked(String typed) throws IOException {
        var answer = connection.send(Request.reading("recherche?q=" + URLEncoder.encode(typed, UTF_8)));
        if (!answer.succeeded()) {
            throw new IOException("Refused: " + answer.text());
        }
        return answer.text();
    }

    /** Waits until the search knows this person, who was stored last: how long that took. */
    public Duration awaitKnown(Person last) throws IOException {
        var began = Instant.now();
        while (!isAmong(last, asked(last.number()))) {
            if (Instant.now().isAfter(began.plus(PATIENCE))) {
                throw new IOException("The search does not know " + last.number());
            }
            pause();
        }
        return Duration.between(began, Instant.now());
    }

    /** Patients lead to their record; professionals are told by their family and first names. */
    static boolean isAmong(Person person, String page) {
        return person.type().equals("Patient")
                ? page.contains("/dossier/" + person.id() + "\"")
                : page.contains(person.given() + " " + person.second());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
