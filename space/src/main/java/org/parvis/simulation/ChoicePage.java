package org.parvis.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The page on which one chooses who to be: each choice is a link that leads on as the choice says. */
record ChoicePage(String issuer, String title, List<TestPerson> persons, Grants grants) {

    private static final String CHOICE = "choix";

    void serve(HttpServer server) {
        server.createContext("/authorize", exchange -> answer(exchange).send(exchange));
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        var asked = Answer.query(exchange);
        var client = grants.client(asked.getOrDefault("client_id", ""));
        var back = asked.getOrDefault("redirect_uri", "");
        if (client.isEmpty() || back.isEmpty()) {
            return Answer.refused("Ce logiciel n'est pas connu ici.");
        }
        if (!asked.getOrDefault("response_type", "").equals("code")
                || !asked.getOrDefault("code_challenge_method", "").equals("S256")) {
            return back(asked, Map.of("error", "invalid_request"));
        }
        var chosen = asked.get(CHOICE);
        if (chosen == null) {
            return Answer.page(page(exchange.getRequestURI().getRawQuery()));
        }
        return chosen.equals("aucun")
                ? back(asked, Map.of("error", "access_denied"))
                : back(asked, Map.of("code", grants.code(client.get(), asked, persons.get(Integer.parseInt(chosen)))));
    }

    private Answer back(Map<String, String> asked, Map<String, String> told) {
        var parameters = told.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var state = URLEncoder.encode(asked.getOrDefault("state", ""), UTF_8);
        return Answer.to(URI.create("%s?%s&state=%s&iss=%s"
                .formatted(asked.get("redirect_uri"), parameters, state, URLEncoder.encode(issuer, UTF_8))));
    }

    private String page(String query) {
        var choices = IntStream.range(0, persons.size())
                .mapToObj(at ->
                        choice(query, Integer.toString(at), persons.get(at).shown()))
                .collect(Collectors.joining());
        return """
                <!doctype html>
                <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s, simulation</title>
                <style>
                body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem }
                p { color: #555 } li { margin: .6rem 0 }
                </style></head>
                <body><h1>%1$s, simulation</h1>
                <p>Personne ici n'existe. Choisissez qui vous voulez être.</p>
                <ul>%2$s%3$s</ul></body></html>
                """.formatted(title, choices, choice(query, "aucun", "Renoncer"));
    }

    private static String choice(String query, String chosen, String shown) {
        var address = "?%s&%s=%s".formatted(query.replace("&", "&amp;").replace("\"", "%22"), CHOICE, chosen);
        return "<li><a href=\"%s\">%s</a></li>"
                .formatted(address, shown.replace("&", "&amp;").replace("<", "&lt;"));
    }
}
