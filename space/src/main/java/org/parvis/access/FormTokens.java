package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/** The token that each form carries beside the browser's cookie: a stranger's page knows neither. */
@Component
final class FormTokens implements CsrfTokenRepository {

    private static final HostCookie COOKIE = new HostCookie("parvis-form");
    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String FIELD = "_csrf";

    private final SecureRandom random = new SecureRandom();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(Secret.random(random));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token == null) {
            COOKIE.remove(request, response);
            return;
        }
        COOKIE.write(request, response, new Secret(token.getToken()));
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return COOKIE.read(request)
                .filter(secret -> !secret.text().isEmpty())
                .map(FormTokens::token)
                .orElse(null);
    }

    private static CsrfToken token(Secret secret) {
        return new DefaultCsrfToken(HEADER, FIELD, secret.text());
    }
}
