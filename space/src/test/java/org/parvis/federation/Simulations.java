package org.parvis.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.parvis.access.PlainBrowser;
import org.parvis.access.Secret;
import org.parvis.simulation.Client;
import org.parvis.simulation.Likeness;
import org.parvis.simulation.Minting;
import org.parvis.simulation.SimulatedProvider;

/** The providers on which the tests' server relies, and what they may be told to do wrong. */
public final class Simulations {

    private static final String OWN = "https://logiciel.exemple.fr/retour";
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private static final AtomicReference<Minting> MINTING = new AtomicReference<>(Minting::signed);

    static final SimulatedProvider PRO_SANTE_CONNECT = start(Likeness.PRO_SANTE_CONNECT);

    static final SimulatedProvider HOSPITAL = start(Likeness.HOSPITAL);

    static final SimulatedProvider FRANCE_CONNECT = start(Likeness.FRANCE_CONNECT);

    private static final Path KEY = key();

    /** The tests' server, as Pro Santé Connect knows it. */
    static final Client SIGNING = Client.withKeys("parvis", new JWKSet(OwnKeys.read(KEY)));

    static {
        PRO_SANTE_CONNECT.know(SIGNING);
        FRANCE_CONNECT.know(Client.withSecret("parvis", "simulation").toldInSignedTokens());
    }

    private Simulations() {}

    private static SimulatedProvider start(Likeness likeness) {
        var provider = SimulatedProvider.start(likeness, 0, Simulations::token);
        provider.know(Client.withSecret("parvis", "simulation"));
        return provider;
    }

    /** A key of this run, as the operator of a server would keep it. */
    private static Path key() {
        try {
            var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            var text = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
            var file = Files.createTempFile("parvis", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file, "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(text));
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String token(JWTClaimsSet claims, RSAKey key, String type) {
        return MINTING.get().token(claims, key, type);
    }

    /** The settings of a server that relies on them. */
    public static List<String> settings() {
        return List.of(
                "--parvis.federation.pro-sante-connect.issuer=" + PRO_SANTE_CONNECT.issuer(),
                "--parvis.federation.pro-sante-connect.client-id=parvis",
                "--parvis.federation.pro-sante-connect.private-key=" + KEY,
                "--parvis.federation.citizens.issuer=" + FRANCE_CONNECT.issuer(),
                "--parvis.federation.citizens.client-id=parvis",
                "--parvis.federation.citizens.client-secret=simulation");
    }

    /** Somebody who has come in by Pro Santé Connect, and has accepted the charter. */
    public static PlainBrowser professional(int person) {
        var traveller = new Traveller("psc");
        traveller.comeIn(person);
        var version = VERSION.matcher(traveller.browser().get("/charte").body());
        if (version.find()) {
            traveller.browser().fill("/charte", Map.of("version", version.group(1)));
        }
        return traveller.browser();
    }

    /** A token that software of a professional's own has from Pro Santé Connect. */
    public static String tokenOfOwnSoftware(int person) {
        PRO_SANTE_CONNECT.know(Client.withSecret("logiciel-metier", "simulation"));
        var verifier = "le-verificateur-que-ce-logiciel-garde-pour-lui";
        var traveller = new Traveller("psc");
        var asked = "%s/authorize?response_type=code&client_id=logiciel-metier&redirect_uri=%s&code_challenge=%s"
                .formatted(PRO_SANTE_CONNECT.issuer(), OWN, encoded(new Secret(verifier).hash()));
        var code = traveller
                .choose(asked + "&code_challenge_method=S256&nonce=n", person)
                .getQuery()
                .replaceFirst(".*code=([^&]+).*", "$1");
        var form =
                "grant_type=authorization_code&code=%s&redirect_uri=%s&code_verifier=%s".formatted(code, OWN, verifier);
        var answer = traveller
                .browser()
                .send(HttpRequest.newBuilder(URI.create(PRO_SANTE_CONNECT.issuer() + "/token"))
                        .header("Authorization", "Basic " + encoded("logiciel-metier:simulation".getBytes(UTF_8)))
                        .POST(BodyPublishers.ofString(form)));
        return answer.body().replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
