package org.parvis.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.parvis.access.PlainBrowser;

/** Somebody who comes in by a provider, one step after the other. */
record Traveller(String provider, PlainBrowser browser) {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    Traveller(String provider) {
        this(provider, new PlainBrowser());
    }

    /** The address at the provider to which somebody is sent. */
    String leave() {
        var sent = browser.get("/connexion/par/%s?suite=/mes-sessions".formatted(provider));
        assertThat(sent.statusCode()).isEqualTo(303);
        return location(sent);
    }

    /** The address at which they come back once they have chosen who they are. */
    URI choose(String address, Object person) {
        var answer = browser.send(HttpRequest.newBuilder(URI.create(address + "&choix=" + person)));
        return URI.create(location(answer));
    }

    HttpResponse<String> comeBack(URI address) {
        return browser.send(HttpRequest.newBuilder(address));
    }

    HttpResponse<String> comeIn(Object person) {
        return comeBack(choose(leave(), person));
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    /** Accepts the usage charter, unless that was done before. */
    static void accept(PlainBrowser browser) {
        var version = VERSION.matcher(browser.get("/charte").body());
        if (version.find()) {
            browser.fill("/charte", Map.of("version", version.group(1)));
        }
    }
}
