package org.parvis.authority;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.parvis.access.GuardedServer;
import org.parvis.access.PlainBrowser;
import org.parvis.access.Secret;
import org.parvis.authority.Software.Use;

/** An application for people, as its publisher would write it: it can keep no secret. */
record TestApplication(Software known, String verifier) {

    static final String BACK = "https://courbes.exemple.fr/retour";

    private static final PlainBrowser HTTP = new PlainBrowser();

    /** One that may ask for these scopes. */
    static TestApplication with(String scopes) {
        return with(scopes, BACK);
    }

    static TestApplication with(String scopes, String redirect) {
        var known =
                TestSoftware.declared("", Set.of(Use.APPLICATION), scopes, "", redirect, "https://courbes.exemple.fr");
        return new TestApplication(known, Secret.random(new SecureRandom()).text());
    }

    /** What it asks, as it should be. */
    Map<String, String> asking(String scopes) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", known.id());
        asked.put("redirect_uri", BACK);
        asked.put("scope", scopes);
        asked.put("state", "état 1");
        asked.put("aud", GuardedServer.at("/fhir").toString());
        asked.put("code_challenge", challenge());
        asked.put("code_challenge_method", "S256");
        return asked;
    }

    String challenge() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new Secret(verifier).hash());
    }

    static String address(Map<String, String> asked) {
        return "/oauth2/authorize?" + form(asked);
    }

    /** The page on which somebody decides on what is asked. */
    static String page(PlainBrowser person, Map<String, String> asked) {
        return location(person.get(address(asked))).orElseThrow();
    }

    /** What the application is answered when somebody approves what it asks. */
    static Map<String, String> approved(PlainBrowser person, Map<String, String> asked) {
        return answer(decide(person, asked, Map.of("choix", "autoriser")));
    }

    static HttpResponse<String> decide(PlainBrowser person, Map<String, String> asked, Map<String, String> choice) {
        var page = page(person, asked);
        return person.submit(page, page, choice);
    }

    /** What came with an answer to the application's own address. */
    static Map<String, String> answer(HttpResponse<String> sent) {
        var address = URI.create(location(sent).orElseThrow(() -> new AssertionError(sent.body())));
        assertThat(address.toString()).startsWith(BACK + "?");
        return parameters(address);
    }

    static Map<String, String> parameters(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    static Optional<String> location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location");
    }

    /** What it sends for a code. */
    Map<String, String> redemption(String code) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("client_id", known.id());
        form.put("code", code);
        form.put("redirect_uri", BACK);
        form.put("code_verifier", verifier);
        return form;
    }

    Map<String, String> renewal(String refresh) {
        return Map.of("grant_type", "refresh_token", "client_id", known.id(), "refresh_token", refresh);
    }

    /** Its tokens, once somebody has approved these scopes. */
    JsonNode tokens(PlainBrowser person, String scopes) {
        return tokens(person, scopes, UnaryOperator.identity());
    }

    JsonNode tokens(PlainBrowser person, String scopes, UnaryOperator<Map<String, String>> change) {
        var code = approved(person, change.apply(asking(scopes))).getOrDefault("code", "");
        var answer = post("/oauth2/token", redemption(code));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestSoftware.json(answer.body());
    }

    static HttpResponse<String> post(String path, Map<String, String> fields) {
        return HTTP.send(HttpRequest.newBuilder(GuardedServer.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields))));
    }

    static void assertRefused(HttpResponse<String> answer, String error, String why) {
        assertThat(answer.statusCode()).isIn(400, 401);
        var told = TestSoftware.json(answer.body());
        assertThat(told.path("error").asText()).isEqualTo(error);
        assertThat(told.path("error_description").asText()).contains(why);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
