package org.parvis.authority;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.parvis.access.Policies;
import org.parvis.access.Recognition;
import org.parvis.access.Secret;
import org.parvis.access.Visitor;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;
import org.springframework.core.annotation.Order;

/** Recognises software by the token that it shows. A token is looked up again every ten seconds: so long it outlives its end. */
@Order(SoftwareTokens.ORDER)
final class SoftwareTokens implements Recognition {

    static final int ORDER = 5;

    private static final String SCHEME = "Bearer ";
    private static final String FAMILY = "hospital-system";
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    private record Seen(Visitor visitor, Instant until) {}

    private final Map<Secret, Seen> seen = new ConcurrentHashMap<>();
    private final PostgresTokens tokens;
    private final PostgresSoftware software;
    private final Policies policies;
    private final InstantSource clock;

    SoftwareTokens(PostgresTokens tokens, PostgresSoftware software, Policies policies, InstantSource clock) {
        this.tokens = tokens;
        this.software = software;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public Optional<Visitor> visitor(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.startsWith(SCHEME)
                ? visitor(new Secret(header.substring(SCHEME.length())))
                : Optional.empty();
    }

    private Optional<Visitor> visitor(Secret token) {
        var now = clock.instant();
        var known = seen.get(token);
        if (known != null && now.isBefore(known.until)) {
            return Optional.of(known.visitor);
        }
        if (seen.size() >= MOST) {
            seen.clear();
        }
        var found = tokens.find(token).filter(given -> now.isBefore(given.expiresAt()));
        seen.remove(token);
        return found.flatMap(given -> software.find(given.software()).map(asking -> visitor(asking, given.scopes())))
                .map(visitor -> {
                    var end = found.orElseThrow().expiresAt();
                    var until = now.plus(FRESH);
                    seen.put(token, new Seen(visitor, until.isBefore(end) ? until : end));
                    return visitor;
                });
    }

    /** Acts as its structure's software may, within the scopes that it was given. */
    private Visitor visitor(Software asking, Set<String> granted) {
        var scopes =
                granted.stream().flatMap(scope -> SmartScope.of(scope).stream()).collect(Collectors.toSet());
        var rights = policies.of(FAMILY)
                .orElseThrow()
                .rights(Set.of("Organization/" + asking.structure()), Set.of(asking.structure()), Purpose.CARE);
        var caller = new Caller(
                asking.name(),
                Optional.empty(),
                Optional.of(asking.structure()),
                Purpose.CARE,
                Permit.rights(Narrowing.of(rights, scopes)));
        return new Visitor(asking.name(), Visitor.Audience.PROFESSIONAL, Optional.empty(), caller);
    }
}
