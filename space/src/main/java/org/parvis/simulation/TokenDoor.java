package org.parvis.simulation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where software exchanges a code for tokens, and asks about the person with one of them. */
record TokenDoor(String issuer, Tokens tokens, Grants grants, List<String> proofs) {

    private static final String BEARER = "Bearer ";

    void serve(HttpServer server) {
        server.createContext("/token", exchange -> exchange(exchange).send(exchange));
        server.createContext("/userinfo", exchange -> userInfo(exchange).send(exchange));
    }

    private Answer exchange(HttpExchange exchange) throws IOException {
        var form = Answer.form(exchange);
        var client = new ClientProof(issuer + "/token", issuer, grants, proofs)
                .client(form, Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
        if (client.isEmpty()) {
            return Answer.error(401, "invalid_client");
        }
        var grant = grants.redeem(form.getOrDefault("code", ""))
                .filter(found -> found.client().equals(client.get()))
                .filter(found -> matches(found, form));
        return grant.map(this::tokens).orElseGet(() -> Answer.error(400, "invalid_grant"));
    }

    private static boolean matches(Grant grant, Map<String, String> form) {
        return grant.redirectUri().equals(form.get("redirect_uri"))
                && grant.challenge().equals(challenge(form.getOrDefault("code_verifier", "")));
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    private Answer tokens(Grant grant) {
        return Answer.json(JsonNodeFactory.instance
                .objectNode()
                .put("access_token", grants.access(grant))
                .put("token_type", "Bearer")
                .put("expires_in", 120)
                .put("id_token", tokens.identity(grant))
                .toString());
    }

    private Answer userInfo(HttpExchange exchange) {
        var authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        var grant = authorization.startsWith(BEARER)
                ? grants.accessed(authorization.substring(BEARER.length()))
                : Optional.<Grant>empty();
        return grant.map(found -> found.client().signedUserInfo()
                        ? Answer.token(tokens.userInfo(found))
                        : new Answer(
                                200,
                                "application/json;charset=" + UTF_8,
                                found.person().claims().toString()))
                .orElseGet(() -> Answer.error(401, "invalid_token"));
    }
}
