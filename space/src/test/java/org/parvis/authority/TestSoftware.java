package org.parvis.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.parvis.access.GuardedServer;
import org.parvis.access.PlainBrowser;
import org.parvis.authority.Software.Use;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;

/** A structure's software, as its publisher would write it. */
record TestSoftware(Software known, ECKey key) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PlainBrowser HTTP = new PlainBrowser();
    private static final String FINESS = "590000555";

    /** Software that may ask for these scopes. */
    static TestSoftware with(String scopes) {
        return with(Use.SERVICE, scopes);
    }

    static TestSoftware with(Use use, String scopes) {
        keepTheStructure();
        var key = freshKey();
        return new TestSoftware(declared(FINESS, Set.of(use), scopes, keys(key), "", ""), key);
    }

    static String keys(ECKey key) {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** Software as an operator declares it. */
    static Software declared(
            String finess, Set<Use> uses, String scopes, String keys, String redirects, String launch) {
        return declared("Logiciel " + UUID.randomUUID(), finess, uses, scopes, keys, redirects, launch);
    }

    /** The same, under this name. */
    static Software declared(
            String name, String finess, Set<Use> uses, String scopes, String keys, String redirects, String launch) {
        var register = GuardedServer.part(SoftwareRegister.class);
        var fault = register.declare(new Declaration(name, finess, uses, scopes, keys, redirects, launch));
        assert fault.isEmpty() : fault;
        return register.all().stream()
                .filter(software -> software.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static void keepTheStructure() {
        var store = GuardedServer.part(FhirEndpoint.class).as(Caller.system());
        if (store.search("Organization?identifier=https://finess.esante.gouv.fr|" + FINESS)
                .matches()
                .isEmpty()) {
            store.create((ObjectNode) json("""
                    {"resourceType": "Organization", "name": "Clinique des Logiciels",
                     "identifier": [{"system": "https://finess.esante.gouv.fr", "value": "590000555"}]}"""));
        }
    }

    static ECKey freshKey() {
        try {
            return new ECKeyGenerator(Curve.P_384)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException fault) {
            throw new AssertionError(fault);
        }
    }

    /** What it claims to prove which it is, as it should be. */
    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(known.id())
                .subject(known.id())
                .audience(GuardedServer.at("/oauth2/token").toString())
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(4))));
    }

    String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, key);
    }

    String signed(JWTClaimsSet.Builder claims, ECKey signing) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES384)
                    .keyID(key.getKeyID())
                    .build();
            var assertion = new SignedJWT(header, claims.build());
            assertion.sign(new ECDSASigner(signing));
            return assertion.serialize();
        } catch (JOSEException fault) {
            throw new AssertionError(fault);
        }
    }

    HttpResponse<String> ask(String scopes, String assertion) {
        return post("/oauth2/token", Map.of("grant_type", "client_credentials", "scope", scopes), assertion);
    }

    /** Asks for something with its proof: a token, or about one. */
    HttpResponse<String> post(String path, Map<String, String> fields, String assertion) {
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var proof =
                "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=";
        return HTTP.send(HttpRequest.newBuilder(GuardedServer.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + proof + assertion)));
    }

    /** A token for these scopes. */
    String token(String scopes) {
        var answer = ask(scopes, signed(claims()));
        assert answer.statusCode() == 200 : answer.body();
        return json(answer.body()).path("access_token").asText();
    }

    static HttpResponse<String> get(String path, String token) {
        return HTTP.send(HttpRequest.newBuilder(GuardedServer.at(path)).header("Authorization", "Bearer " + token));
    }

    static HttpResponse<String> create(String resource, String token) {
        return HTTP.send(HttpRequest.newBuilder(GuardedServer.at(
                        "/fhir/" + json(resource).path("resourceType").asText()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(resource)));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new AssertionError(text, broken);
        }
    }
}
