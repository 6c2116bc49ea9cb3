package org.parvis.call;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parvis.call.CallAnswer.Reason;

/** Reads a signed call (JWT), and refuses whatever is wrong with it before anything is looked up. */
final class CallReader {

    private static final int LONGEST_TOKEN = 4_000;

    private final Map<String, Software> software;
    private final String audience;
    private final Duration longest;
    private final Duration skew;

    CallReader(List<Software> software, String audience, Duration longest, Duration skew) {
        this.software = software.stream().collect(Collectors.toUnmodifiableMap(Software::id, Function.identity()));
        this.audience = audience;
        this.longest = longest;
        this.skew = skew;
    }

    /** A call that can be believed, or why not. */
    sealed interface Reading {

        /** It can. */
        record Believed(Call call) implements Reading {}

        /** It cannot. */
        record Doubted(Reason reason) implements Reading {}
    }

    Reading read(String token, Instant now) {
        if (token.length() > LONGEST_TOKEN) {
            return new Reading.Doubted(Reason.UNREADABLE);
        }
        try {
            var signed = SignedJWT.parse(token);
            var claims = signed.getJWTClaimsSet();
            var issuer = claims.getIssuer();
            var caller = issuer == null ? null : software.get(issuer);
            if (caller == null) {
                return new Reading.Doubted(Reason.UNKNOWN_SOFTWARE);
            }
            // Nothing else of the token is read before it is known who wrote it.
            if (!caller.hasSigned(signed)) {
                return new Reading.Doubted(Reason.ALTERED);
            }
            return claims.getAudience().contains(audience)
                    ? call(caller, claims)
                            .<Reading>map(call -> inTime(call, now))
                            .orElse(new Reading.Doubted(Reason.UNREADABLE))
                    : new Reading.Doubted(Reason.OTHER_SPACE);
        } catch (ParseException broken) {
            return new Reading.Doubted(Reason.UNREADABLE);
        }
    }

    /** Whether this address is one to which that software leads back. */
    Optional<Software> returning(String id, String address) {
        return Optional.ofNullable(software.get(id)).filter(caller -> caller.mayReturnTo(address));
    }

    private Reading inTime(Call call, Instant now) {
        if (call.made().isAfter(now.plus(skew))) {
            return new Reading.Doubted(Reason.TOO_EARLY);
        }
        if (!call.ends().plus(skew).isAfter(now)) {
            return new Reading.Doubted(Reason.EXPIRED);
        }
        if (call.ends().isAfter(call.made().plus(longest))) {
            return new Reading.Doubted(Reason.TOO_LONG);
        }
        return call.back()
                        .filter(address -> !call.software().mayReturnTo(address))
                        .isPresent()
                ? new Reading.Doubted(Reason.FOREIGN_RETURN)
                : new Reading.Believed(call);
    }

    private static Optional<Call> call(Software caller, JWTClaimsSet claims) throws ParseException {
        var patient = claims.getStringClaim("patient");
        if (claims.getJWTID() == null
                || claims.getSubject() == null
                || patient == null
                || claims.getIssueTime() == null
                || claims.getExpirationTime() == null) {
            return Optional.empty();
        }
        return Optional.of(new Call(
                caller,
                claims.getJWTID(),
                claims.getSubject(),
                patient,
                Optional.ofNullable(claims.getStringClaim("back")),
                claims.getIssueTime().toInstant(),
                claims.getExpirationTime().toInstant()));
    }
}
