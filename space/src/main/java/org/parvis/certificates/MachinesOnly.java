package org.parvis.certificates;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Has the door of certificates lead to what is there for machines: pages stay at the first. */
final class MachinesOnly extends OncePerRequestFilter implements Ordered {

    private static final List<String> LEADS_TO = List.of("/fhir", "/feed", "/oauth2/", "/passerelle/", "/health");

    private final CertificateDoor door;

    MachinesOnly(CertificateDoor door) {
        this.door = door;
    }

    /** Before anybody is asked who they are. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        if (request.getLocalPort() == door.port() && LEADS_TO.stream().noneMatch(request.getRequestURI()::startsWith)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        rest.doFilter(request, response);
    }
}
