package org.parvis.simulation;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** What a simulated provider signs. */
final class Tokens {

    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final Keys keys = new Keys();
    private final String issuer;
    private final Minting minting;
    private final InstantSource clock;

    Tokens(String issuer, Minting minting, InstantSource clock) {
        this.issuer = issuer;
        this.minting = minting;
        this.clock = clock;
    }

    String issuer() {
        return issuer;
    }

    JWKSet published() {
        return keys.published();
    }

    void rotateKeys() {
        keys.rotate();
    }

    String identity(Grant grant) {
        var claims = base(grant.client())
                .subject(grant.person().subject())
                .claim("nonce", grant.nonce())
                .claim("acr", grant.level())
                .claim("sid", grant.session())
                .claim("auth_time", Date.from(grant.at()));
        return minting.token(claims.build(), keys.newest(), "JWT");
    }

    String userInfo(Grant grant) {
        try {
            var told = JWTClaimsSet.parse(grant.person().claims().toString());
            var claims = new JWTClaimsSet.Builder(told)
                    .issuer(issuer)
                    .audience(grant.client().id());
            return minting.token(claims.build(), keys.newest(), "JWT");
        } catch (ParseException broken) {
            throw new IllegalStateException(broken);
        }
    }

    String logout(Grant grant) {
        var claims = base(grant.client())
                .subject(grant.person().subject())
                .claim("sid", grant.session())
                .claim("events", Map.of(LOGOUT_EVENT, Map.of()));
        return minting.token(claims.build(), keys.newest(), "logout+jwt");
    }

    private JWTClaimsSet.Builder base(Client client) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(client.id())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)));
    }
}
