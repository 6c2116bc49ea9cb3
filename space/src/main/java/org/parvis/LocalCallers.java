package org.parvis;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Lets in the programs of this machine and Parvis's own pages; keeps out what a stranger's page makes a browser here send.
 * The loopback address alone does not keep it out: a browser reaches it for any page it shows.
 */
@Component
class LocalCallers extends HttpFilter {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final byte[] REFUSAL =
            "Only programs of this machine and Parvis's own pages may ask, until there are accounts.\n".getBytes(UTF_8);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (NAMES.contains(request.getServerName()) && comesFromNoOtherSite(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(REFUSAL);
    }

    private static boolean comesFromNoOtherSite(HttpServletRequest request) {
        var site = request.getHeader("Origin");
        return site == null || site.equals("http://" + request.getHeader("Host"));
    }
}
