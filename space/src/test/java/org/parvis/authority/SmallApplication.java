package org.parvis.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.parvis.authority.Software.Use;

/** An application on this machine, as somebody could write it from the documentation alone: it shows whose record it was opened on. */
final class SmallApplication implements AutoCloseable {

    static final String SCOPES = "launch openid fhirUser patient/Patient.rs patient/Observation.rs";

    private final HttpServer server;
    private final String site;
    private final TestApplication known;
    private final AtomicReference<JsonNode> tokens = new AtomicReference<>();

    SmallApplication() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site = "http://localhost:" + server.getAddress().getPort();
        known = new TestApplication(
                TestSoftware.declared(
                        "Courbes de croissance",
                        "",
                        Set.of(Use.APPLICATION),
                        SCOPES,
                        "",
                        site + "/retour",
                        site + "/lancer"),
                "un-secret-que-cette-application-garde-pour-elle");
        server.createContext("/lancer", this::launch);
        server.createContext("/retour", this::receive);
        server.createContext("/encore", this::show);
        server.start();
    }

    String name() {
        return known.known().name();
    }

    String again() {
        return site + "/encore";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void launch(HttpExchange exchange) throws IOException {
        var told = parameters(exchange);
        var asked = known.asking(SCOPES);
        asked.put("launch", told.getOrDefault("launch", ""));
        asked.put("aud", told.getOrDefault("iss", ""));
        asked.put("redirect_uri", site + "/retour");
        var server = told.getOrDefault("iss", "").replace("/fhir", "");
        exchange.getResponseHeaders().add("Location", server + TestApplication.address(asked));
        exchange.sendResponseHeaders(302, -1);
    }

    private void receive(HttpExchange exchange) throws IOException {
        var redemption =
                new LinkedHashMap<>(known.redemption(parameters(exchange).getOrDefault("code", "")));
        redemption.put("redirect_uri", site + "/retour");
        tokens.set(TestSoftware.json(
                TestApplication.post("/oauth2/token", redemption).body()));
        show(exchange);
    }

    private void show(HttpExchange exchange) throws IOException {
        var patient = TestSoftware.get(
                "/fhir/Patient/" + tokens.get().path("patient").asText(),
                tokens.get().path("access_token").asText());
        var title = patient.statusCode() == 200
                ? "Courbes de "
                        + TestSoftware.json(patient.body()).at("/name/0/family").asText()
                : "Accès fermé : " + patient.statusCode();
        var page = "<!doctype html><meta charset=utf-8><h1>%s</h1>"
                .formatted(title)
                .getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        return Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }
}
