package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The cookie by which a browser shows its session. */
@Component
@Order(SessionCookie.FIRST)
public final class SessionCookie implements Recognition {

    static final int FIRST = 0;

    private static final HostCookie COOKIE = new HostCookie("parvis-session");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Sessions sessions;
    private final Visitors visitors;

    SessionCookie(Sessions sessions, Visitors visitors) {
        this.sessions = sessions;
        this.visitors = visitors;
    }

    @Override
    public Optional<Visitor> visitor(HttpServletRequest request) {
        return isOwn(request) ? session(request).map(visitors::of) : Optional.empty();
    }

    /** The session that a browser shows. */
    public Optional<Session> session(HttpServletRequest request) {
        return COOKIE.read(request)
                .flatMap(sessions::find)
                .filter(session -> session.mayComeFrom(request.getRemoteAddr()));
    }

    /** Has the browser keep a session, in place of any other. */
    public void write(HttpServletRequest request, HttpServletResponse response, Secret secret) {
        COOKIE.write(request, response, secret);
    }

    public void remove(HttpServletRequest request, HttpServletResponse response) {
        COOKIE.remove(request, response);
    }

    // Forms carry a token of their own; what else writes (/fhir) must come from a page of this server.
    private static boolean isOwn(HttpServletRequest request) {
        var site = request.getHeader("Origin");
        return site == null
                ? READING.contains(request.getMethod()) || "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                : site.equals("%s://%s".formatted(request.getScheme(), request.getHeader("Host")));
    }
}
