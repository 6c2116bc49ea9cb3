package org.parvis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * A short working day, after which the server stops: the JVM notes what it loaded and keeps it ready for the next start
 * ({@code -XX:AOTCacheOutput}). It writes to the store, so it is given a store of its own.
 */
@Component
@ConditionalOnBooleanProperty("parvis.training")
class Training {

    private static final int ROUNDS = 20;

    private static final List<String> VISITS = List.of(
            "/",
            "/connexion/code",
            "/mes-sessions",
            "/health",
            "/fhir/metadata",
            "/fhir/Patient?name=martin&_sort=-birthdate&_total=accurate",
            "/fhir/Patient?identifier=urn:oid:1.2.250.1.213.1.4.8|184127511301234",
            "/fhir/Observation?subject:Patient.name=martin&code=http://loinc.org|8480-6&_sort=-date&_include=Observation:subject",
            "/fhir/Patient?_has:Observation:patient:code=8480-6",
            "/fhir/_history?_count=5");

    @EventListener
    void train(ApplicationReadyEvent ready) throws IOException, InterruptedException {
        var server = URI.create("http://localhost:"
                + ready.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port"));
        var bundle = new ClassPathResource("training/bundle.json").getContentAsString(UTF_8);
        try (var client = HttpClient.newHttpClient()) {
            for (int round = 0; round < ROUNDS; round++) {
                ask(client, server.resolve("/fhir"), "POST", BodyPublishers.ofString(bundle));
                for (var visit : VISITS) {
                    ask(client, server.resolve(visit.replace("|", "%7C")), "GET", BodyPublishers.noBody());
                }
            }
        }
        System.exit(SpringApplication.exit(ready.getApplicationContext()));
    }

    private static void ask(HttpClient client, URI address, String method, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .method(method, body)
                .header("Content-Type", "application/fhir+json")
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "%s %s was answered %d: %s".formatted(method, address, answer.statusCode(), answer.body()));
        }
    }
}
