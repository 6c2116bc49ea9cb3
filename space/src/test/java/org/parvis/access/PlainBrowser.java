package org.parvis.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parvis.access.GuardedServer.Member;

/** A browser without script that keeps its cookies and shows each answer as it came, redirections too. */
public final class PlainBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    /** One in which this member is in. */
    public static PlainBrowser of(Member member) {
        return of(member, member.code());
    }

    static PlainBrowser of(Member member, String code) {
        var browser = new PlainBrowser();
        browser.tellPassword(member.login(), GuardedServer.PASSWORD);
        var arrival = browser.tellCode(code);
        assertThat(arrival.headers().firstValue("Location")).as(arrival.body()).hasValue("/");
        return browser;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(GuardedServer.at(path)));
    }

    /** Opens the page of this path, fills its form and sends it. */
    public HttpResponse<String> fill(String path, Map<String, String> fields) {
        return submit(path, path, fields);
    }

    /** Sends fields to an address with the token of another page. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        var token = TOKEN.matcher(get(page).body());
        assertThat(token.find()).as("a form on " + page).isTrue();
        return post(action, fields, Optional.of(token.group(1)));
    }

    public HttpResponse<String> post(String action, Map<String, String> fields, Optional<String> token) {
        var form = fields.entrySet().stream()
                .map(field -> "%s=%s".formatted(field.getKey(), URLEncoder.encode(field.getValue(), UTF_8)))
                .collect(Collectors.joining("&"));
        var body = token.map(text -> form + "&_csrf=" + URLEncoder.encode(text, UTF_8))
                .orElse(form);
        return send(HttpRequest.newBuilder(GuardedServer.at(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", GuardedServer.at("").toString())
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    HttpResponse<String> tellPassword(String login, String password) {
        return fill("/connexion", Map.of("identifiant", login, "mot-de-passe", password));
    }

    HttpResponse<String> tellCode(String code) {
        return fill("/connexion/code", Map.of("code", code));
    }

    boolean isIn() {
        return get("/mes-sessions").statusCode() == 200;
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** Has the browser send a cookie that the server never gave it. */
    void plant(String name, String value) {
        try {
            cookies.put(GuardedServer.at("/"), Map.of("Set-Cookie", List.of("%s=%s; Path=/".formatted(name, value))));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The cookie of the session, as a thief would take it. */
    String session() {
        return cookies().stream()
                .filter(cookie -> cookie.getName().equals("parvis-session"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}
