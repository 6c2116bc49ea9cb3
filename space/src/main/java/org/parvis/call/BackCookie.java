package org.parvis.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.parvis.web.WayBack;
import org.springframework.http.ResponseCookie;

/**
 * Remembers in the browser where a call came from, so that each page leads back there. It is believed no more than the
 * call was: the address is held to the software's sites again each time.
 */
final class BackCookie implements WayBack {

    private static final String NAME = "parvis-retour";

    private final CallReader reader;

    BackCookie(CallReader reader) {
        this.reader = reader;
    }

    /** The cookie that a call leaves. */
    static String of(Software software, String back, boolean secure) {
        return ResponseCookie.from(NAME, encoded(software.id()) + "." + encoded(back))
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build()
                .toString();
    }

    @Override
    public Optional<Back> of(HttpServletRequest request) {
        return cookies(request)
                .filter(cookie -> cookie.getName().equals(NAME))
                .flatMap(cookie -> back(cookie.getValue()).stream())
                .findFirst();
    }

    private Optional<Back> back(String value) {
        var parts = value.split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            var address = decoded(parts[1]);
            return reader.returning(decoded(parts[0]), address).map(software -> new Back(software.name(), address));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        return request.getCookies() == null ? Stream.empty() : Arrays.stream(request.getCookies());
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), UTF_8);
    }
}
