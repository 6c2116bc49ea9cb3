package org.parvis.authority;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.parvis.access.Recognition;
import org.parvis.access.Secret;
import org.parvis.access.Visitor;
import org.springframework.core.annotation.Order;

/**
 * Recognises software by the token that it shows at the store's doors; no token opens a page. A token that acts for somebody is
 * looked up for each request, one that acts for a structure every ten seconds: so long it outlives its end.
 */
@Order(SoftwareTokens.ORDER)
final class SoftwareTokens implements Recognition {

    static final int ORDER = 5;

    private static final String SCHEME = "Bearer ";
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    private record Seen(Visitor visitor, Instant until) {}

    private final Map<Secret, Seen> seen = new ConcurrentHashMap<>();
    private final PostgresTokens tokens;
    private final Delegates delegates;
    private final InstantSource clock;

    SoftwareTokens(PostgresTokens tokens, Delegates delegates, InstantSource clock) {
        this.tokens = tokens;
        this.delegates = delegates;
        this.clock = clock;
    }

    @Override
    public Optional<Visitor> visitor(HttpServletRequest request) {
        return isDoor(request.getRequestURI()) ? shown(request).flatMap(this::visitor) : Optional.empty();
    }

    /** The token that a request shows. */
    static Optional<Secret> shown(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith(SCHEME))
                .map(header -> new Secret(header.substring(SCHEME.length())));
    }

    private static boolean isDoor(String path) {
        return path.equals("/fhir") || path.startsWith("/fhir/") || path.equals("/feed");
    }

    private Optional<Visitor> visitor(Secret secret) {
        var now = clock.instant();
        var known = seen.get(secret);
        if (known != null && now.isBefore(known.until)) {
            return Optional.of(known.visitor);
        }
        seen.remove(secret);
        var found = tokens.find(secret).filter(token -> token.kind() == Token.Kind.ACCESS && !token.hasEndedAt(now));
        var visitor = found.flatMap(delegates::of);
        visitor.ifPresent(acting -> remember(secret, found.orElseThrow(), acting, now));
        return visitor;
    }

    private void remember(Secret secret, Token token, Visitor acting, Instant now) {
        if (token.delegation().isPresent()) {
            return;
        }
        if (seen.size() >= MOST) {
            seen.clear();
        }
        var until = now.plus(FRESH);
        seen.put(secret, new Seen(acting, until.isBefore(token.expiresAt()) ? until : token.expiresAt()));
    }
}
