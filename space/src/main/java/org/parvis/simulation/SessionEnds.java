package org.parvis.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;

/** Where a session with a simulated provider ends: the software concerned is told behind the browser's back. */
record SessionEnds(Tokens tokens, Grants grants) {

    void serve(HttpServer server) {
        server.createContext("/logout", exchange -> end(exchange).send(exchange));
    }

    private Answer end(HttpExchange exchange) throws IOException {
        var asked = Answer.query(exchange);
        var ended = grants.end(session(asked.getOrDefault("id_token_hint", "")));
        if (ended.isPresent()) {
            tell(ended.get());
        }
        var back = asked.get("post_logout_redirect_uri");
        return back == null
                ? Answer.page("<!doctype html><title>Au revoir</title><p>Au revoir.")
                : Answer.to(URI.create("%s?state=%s".formatted(back, asked.getOrDefault("state", ""))));
    }

    private static String session(String identityToken) {
        try {
            return String.valueOf(
                    JWTParser.parse(identityToken).getJWTClaimsSet().getClaim("sid"));
        } catch (ParseException none) {
            return "";
        }
    }

    private void tell(Grant ended) throws IOException {
        var address = ended.client().backChannel();
        if (address.isEmpty()) {
            return;
        }
        var body = "logout_token=" + URLEncoder.encode(tokens.logout(ended), UTF_8);
        var request = HttpRequest.newBuilder(address.get())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            http.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
