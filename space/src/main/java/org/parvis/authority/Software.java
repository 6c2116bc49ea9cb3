package org.parvis.authority;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import org.parvis.access.Position;
import org.parvis.authority.SmartScope.Context;

/**
 * Software that is known here.
 *
 * @param id as it names itself: its client id
 * @param structure logical id of the Organization whose it is; empty for an application that serves everywhere
 * @param scopes the most that it may ask for
 * @param keys its public keys (JWKS), by which its signatures are checked; empty for an application that can keep no secret
 * @param redirects where people are sent back to: these addresses, letter by letter
 * @param launch where it begins when it is opened from a patient's record
 */
public record Software(
        String id,
        String name,
        Optional<String> structure,
        Set<Use> uses,
        Scopes scopes,
        String keys,
        Set<String> redirects,
        Optional<String> launch) {

    public Software {
        uses = Set.copyOf(uses);
        redirects = Set.copyOf(redirects);
    }

    /** What software may do here. */
    public enum Use {
        /** Ask for its structure, with nobody before it. */
        SERVICE,
        /** Act for people who have approved it. */
        APPLICATION,
        /** Act for its structure's professionals, whose tokens of another authority it shows. */
        EXCHANGE,
        /** Keep data of its own, and ask whether tokens that it is shown are good. */
        RESOURCES
    }

    /** What an operator is told of a declaration. */
    public enum Fault {
        USES,
        SCOPES,
        KEYS,
        STRUCTURE,
        REDIRECTS
    }

    /** What is wrong with a declaration, if anything. */
    Optional<Fault> fault() {
        if (uses.isEmpty()) {
            return Optional.of(Fault.USES);
        }
        if (!scopesFit()) {
            return Optional.of(Fault.SCOPES);
        }
        if (!keysFit()) {
            return Optional.of(Fault.KEYS);
        }
        if (structure.isEmpty() && !uses.equals(Set.of(Use.APPLICATION))) {
            return Optional.of(Fault.STRUCTURE);
        }
        return redirectsFit() ? Optional.empty() : Optional.of(Fault.REDIRECTS);
    }

    boolean may(Use use) {
        return uses.contains(use);
    }

    /** Whether it proves by a signature which it is. */
    boolean signs() {
        return !keys.isBlank();
    }

    /** Whether it may be opened on a patient. */
    boolean canBeLaunched() {
        return launch.isPresent() && scopes.has(Scopes.LAUNCH);
    }

    /** Whether it was declared for where somebody works. */
    public boolean servesIn(Optional<Position> place) {
        return structure.isEmpty() || structure.equals(place.map(Position::structure));
    }

    /** The site on which it begins when it is opened from a record. */
    public String launchSite() {
        return WebAddress.origin(launch.orElseThrow());
    }

    JWKSet publicKeys() {
        try {
            return JWKSet.parse(keys).toPublicJWKSet();
        } catch (ParseException broken) {
            return new JWKSet();
        }
    }

    private boolean scopesFit() {
        boolean forPeople = may(Use.APPLICATION) || may(Use.EXCHANGE);
        boolean none = scopes.isEmpty();
        return scopes.areKnown()
                && (none ? uses.equals(Set.of(Use.RESOURCES)) : may(Use.SERVICE) || forPeople)
                && may(Use.SERVICE) == scopes.hasAny(Context.SYSTEM)
                && (forPeople || none || scopes.areAboutData());
    }

    private boolean keysFit() {
        return signs() ? !publicKeys().getKeys().isEmpty() : uses.equals(Set.of(Use.APPLICATION));
    }

    private boolean redirectsFit() {
        return may(Use.APPLICATION) == !redirects.isEmpty()
                && redirects.stream().allMatch(WebAddress::isSafe)
                && launch.stream().allMatch(WebAddress::isSafe);
    }
}
