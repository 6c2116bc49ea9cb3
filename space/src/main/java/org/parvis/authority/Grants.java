package org.parvis.authority;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.parvis.access.Secret;
import org.parvis.access.Visitor;
import org.parvis.authority.GrantAnswer.Given;
import org.parvis.authority.GrantAnswer.Refused;
import org.parvis.authority.SmartScope.Context;
import org.parvis.authority.Software.Use;
import org.parvis.authority.Token.Kind;

/** Gives software its tokens: for its structure, for a code that a person let it have, and again. */
final class Grants {

    /** SMART backend services: no longer than five minutes. */
    private static final Duration FOR_STRUCTURES = Duration.ofMinutes(5);

    private static final Duration FOR_PEOPLE = Duration.ofMinutes(15);

    private final PostgresTokens tokens;
    private final PostgresApprovals approvals;
    private final Delegates delegates;
    private final InstantSource clock;

    Grants(PostgresTokens tokens, PostgresApprovals approvals, Delegates delegates, InstantSource clock) {
        this.tokens = tokens;
        this.approvals = approvals;
        this.delegates = delegates;
        this.clock = clock;
    }

    /** A token with which software asks for its structure. */
    GrantAnswer serve(Software asking, Scopes asked) {
        if (!asking.may(Use.SERVICE)) {
            return new Refused("unauthorized_client", "This software acts for people only");
        }
        if (!asked.areAboutData() || asked.hasAny(Context.USER) || asked.hasAny(Context.PATIENT)) {
            return new Refused("invalid_scope", "Ask for scopes of system/");
        }
        if (!asking.scopes().cover(asked)) {
            return new Refused("invalid_scope", "Not all of these scopes were declared for this software");
        }
        var access = access(asking, Optional.empty(), asked, FOR_STRUCTURES);
        return new Given(tokens.issue(access), access, Optional.empty(), Optional.empty());
    }

    /** The tokens of a code, once. */
    GrantAnswer redeem(Software asking, Secret code, String redirect, String verifier) {
        var found = tokens.find(code).filter(token -> token.kind() == Kind.CODE);
        if (found.isEmpty()) {
            return new Refused("invalid_grant", "No such code");
        }
        var delegation = found.get().delegation().orElseThrow();
        if (!found.get().software().equals(asking.id())) {
            approvals.end(delegation);
            return new Refused("invalid_grant", "This code was given to another software: it ends here");
        }
        if (found.get().hasEndedAt(clock.instant()) && !found.get().used()) {
            return new Refused("invalid_grant", "This code has expired");
        }
        if (!delegation.redirect().equals(redirect)) {
            return new Refused("invalid_grant", "redirect_uri is not the one that the code was asked with");
        }
        if (!answers(delegation.challenge(), verifier)) {
            return new Refused("invalid_grant", "code_verifier does not answer the code_challenge");
        }
        return once(code, delegation, "code", person -> give(asking, delegation, delegation.scopes(), person));
    }

    /** The next tokens of a family; the ones with which they were asked for serve no more. */
    GrantAnswer renew(Software asking, Secret refresh, Scopes asked) {
        var found = tokens.find(refresh)
                .filter(token -> token.kind() == Kind.REFRESH)
                .filter(token -> token.software().equals(asking.id()));
        if (found.isEmpty() || found.get().hasEndedAt(clock.instant())) {
            return new Refused("invalid_grant", "No such refresh token, or it has expired");
        }
        var delegation = found.get().delegation().orElseThrow();
        if (!delegation.scopes().cover(asked)) {
            return new Refused("invalid_scope", "The person approved less than these scopes");
        }
        var scopes = asked.isEmpty() ? delegation.scopes() : asked;
        return once(refresh, delegation, "refresh token", person -> give(asking, delegation, scopes, person));
    }

    @FunctionalInterface
    private interface Giving {
        GrantAnswer to(Visitor person);
    }

    // Whoever shows a secret a second time has stolen it, or was stolen from: nobody keeps what it gave.
    private GrantAnswer once(Secret secret, Delegation delegation, String what, Giving giving) {
        if (!tokens.use(secret, clock.instant())) {
            approvals.end(delegation);
            return new Refused(
                    "invalid_grant", "This %s has served before: all that it gave is taken back".formatted(what));
        }
        return delegates
                .person(delegation)
                .map(giving::to)
                .orElseGet(() -> new Refused("invalid_grant", "Whoever approved this may not act there any more"));
    }

    private GrantAnswer give(Software asking, Delegation delegation, Scopes scopes, Visitor person) {
        var access = access(asking, Optional.of(delegation), scopes, FOR_PEOPLE);
        var secret = tokens.issue(access);
        var refresh = delegation.scopes().canBeRenewed()
                ? Optional.of(tokens.issue(refresh(asking, delegation)))
                : Optional.<Secret>empty();
        return new Given(secret, access, refresh, Optional.of(person));
    }

    private Token access(Software asking, Optional<Delegation> delegation, Scopes scopes, Duration life) {
        var now = clock.instant();
        return Token.fresh(Kind.ACCESS, asking.id(), delegation, scopes, now, now.plus(life));
    }

    private Token refresh(Software asking, Delegation delegation) {
        return Token.fresh(
                Kind.REFRESH,
                asking.id(),
                Optional.of(delegation),
                delegation.scopes(),
                clock.instant(),
                delegation.approval().endsAt());
    }

    private static boolean answers(String challenge, String verifier) {
        var hashed = Base64.getUrlEncoder().withoutPadding().encode(new Secret(verifier).hash());
        return MessageDigest.isEqual(hashed, challenge.getBytes(US_ASCII));
    }
}
