package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A cookie for this server alone, out of reach of scripts and of other sites' forms. Under TLS its name begins with
 * {@code __Host-}: a browser then takes it from no neighbour and no unprotected page.
 */
public record HostCookie(String name) {

    private static final Duration UNTIL_THE_BROWSER_CLOSES = Duration.ofSeconds(-1);

    public Optional<Secret> read(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(nameFor(request)))
                .findFirst()
                .map(cookie -> new Secret(cookie.getValue()));
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Secret secret) {
        send(request, response, secret.text(), UNTIL_THE_BROWSER_CLOSES);
    }

    public void remove(HttpServletRequest request, HttpServletResponse response) {
        send(request, response, "", Duration.ZERO);
    }

    private void send(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(nameFor(request), value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                // Not Strict: whoever follows a link from their own software is to arrive as themselves.
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String nameFor(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + name : name;
    }
}
