package org.parvis.authority;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/** Lets pages of declared applications ask from people's own browsers (CORS): with a token, and never with this space's cookie. */
final class ApplicationSites implements CorsConfigurationSource {

    /** Where they may ask. */
    static final String[] DOORS = {"/fhir/*", SoftwareDoor.TOKENS, SoftwareDoor.RETURNS, UserInfo.ADDRESS};

    private final PostgresSoftware software;

    ApplicationSites(PostgresSoftware software) {
        this.software = software;
    }

    @Override
    public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        var site = request.getHeader("Origin");
        return site != null && isDeclared(site) ? openTo(site) : null;
    }

    private boolean isDeclared(String site) {
        return software.all().stream()
                .flatMap(known -> known.redirects().stream())
                .map(WebAddress::origin)
                .anyMatch(site::equals);
    }

    private static CorsConfiguration openTo(String site) {
        var open = new CorsConfiguration();
        open.setAllowedOrigins(List.of(site));
        open.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        open.setAllowedHeaders(List.of("*"));
        open.setExposedHeaders(List.of("Content-Location", "ETag", "Last-Modified", "Location"));
        return open;
    }
}
