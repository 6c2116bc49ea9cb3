package org.parvis.federation;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.parvis.simulation.Client;
import org.parvis.simulation.Likeness;
import org.parvis.simulation.Minting;
import org.parvis.simulation.SimulatedProvider;

/** The providers on which the tests' server relies, and what they may be told to do wrong. */
public final class Simulations {

    private static final AtomicReference<Minting> MINTING = new AtomicReference<>(Minting::signed);

    static final SimulatedProvider PRO_SANTE_CONNECT = start(Likeness.PRO_SANTE_CONNECT);

    static final SimulatedProvider HOSPITAL = start(Likeness.HOSPITAL);

    static final SimulatedProvider FRANCE_CONNECT = start(Likeness.FRANCE_CONNECT);

    static {
        FRANCE_CONNECT.know(Client.withSecret("parvis", "simulation").toldInSignedTokens());
    }

    private Simulations() {}

    private static SimulatedProvider start(Likeness likeness) {
        var provider = SimulatedProvider.start(likeness, 0, Simulations::token);
        provider.know(Client.withSecret("parvis", "simulation"));
        return provider;
    }

    private static String token(JWTClaimsSet claims, RSAKey key, String type) {
        return MINTING.get().token(claims, key, type);
    }

    /** The settings of a server that relies on them. */
    public static List<String> settings() {
        return List.of(
                "--parvis.federation.pro-sante-connect.issuer=" + PRO_SANTE_CONNECT.issuer(),
                "--parvis.federation.pro-sante-connect.client-id=parvis",
                "--parvis.federation.pro-sante-connect.client-secret=simulation",
                "--parvis.federation.citizens.issuer=" + FRANCE_CONNECT.issuer(),
                "--parvis.federation.citizens.client-id=parvis",
                "--parvis.federation.citizens.client-secret=simulation");
    }

    /** Does something while tokens are made in another way. */
    static void minting(Minting wrong, Runnable deed) {
        MINTING.set(wrong);
        try {
            deed.run();
        } finally {
            MINTING.set(Minting::signed);
        }
    }
}
