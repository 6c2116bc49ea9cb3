package org.parvis.authority;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import org.parvis.access.Road;
import org.parvis.access.ServerAddress;

/**
 * Tells software what this server does for it, and where: as SMART App Launch 2 (section 3.0.7), OpenID Connect Discovery and
 * RFC 8414 want to read it. Nothing is listed that is not there.
 */
final class ServerDescription extends HttpServlet {

    static final String[] ADDRESSES = {
        "/fhir/.well-known/smart-configuration",
        "/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server"
    };

    private static final long serialVersionUID = 1;

    private final transient ServerAddress address;

    ServerDescription(ServerAddress address) {
        this.address = address;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var told = JsonNodeFactory.instance.objectNode();
        addPlaces(told, address.of(request));
        addTokens(told);
        addIdentity(told);
        addSmart(told);
        send(response, told.toString());
    }

    /** Answers any page's script too: it is told to anybody. */
    static void send(HttpServletResponse response, String json) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void addPlaces(ObjectNode told, String server) {
        told.put("issuer", server)
                .put("authorization_endpoint", server + "/oauth2/authorize")
                .put("token_endpoint", server + SoftwareDoor.TOKENS)
                .put("introspection_endpoint", server + SoftwareDoor.QUESTIONS)
                .put("revocation_endpoint", server + SoftwareDoor.RETURNS)
                .put("jwks_uri", server + PublishedKeys.ADDRESS)
                .put("userinfo_endpoint", server + UserInfo.ADDRESS)
                .put("end_session_endpoint", server + "/oauth2/logout");
    }

    private static void addTokens(ObjectNode told) {
        add(told, "response_types_supported", "code");
        add(told, "response_modes_supported", "query");
        add(
                told,
                "grant_types_supported",
                "authorization_code",
                "refresh_token",
                "client_credentials",
                "urn:ietf:params:oauth:grant-type:token-exchange");
        add(told, "code_challenge_methods_supported", "S256");
        for (var place : new String[] {"token", "introspection", "revocation"}) {
            add(told, place + "_endpoint_auth_methods_supported", "private_key_jwt", "none");
            add(told, place + "_endpoint_auth_signing_alg_values_supported", Assertions.algorithms());
        }
        told.put("authorization_response_iss_parameter_supported", true);
        add(
                told,
                "scopes_supported",
                Stream.concat(
                                Scopes.WORDS.stream().sorted(),
                                Stream.of("system", "user", "patient")
                                        .flatMap(whose -> Stream.of("rs", "cud", "cruds")
                                                .map(deeds -> "%s/*.%s".formatted(whose, deeds))))
                        .toList());
    }

    private static void addIdentity(ObjectNode told) {
        add(told, "subject_types_supported", "public");
        add(told, "id_token_signing_alg_values_supported", "RS256");
        add(told, "prompt_values_supported", "none", "login", "consent");
        add(
                told,
                "acr_values_supported",
                Arrays.stream(Road.values()).map(IdTokens::acr).toList());
        add(told, "claims_supported", "sub", "name", "fhirUser", "nonce", "auth_time", "acr", "sid");
        told.put("claims_parameter_supported", false)
                .put("request_parameter_supported", false)
                .put("request_uri_parameter_supported", false);
    }

    private static void addSmart(ObjectNode told) {
        add(
                told,
                "capabilities",
                "launch-ehr",
                "launch-standalone",
                "client-public",
                "client-confidential-asymmetric",
                "sso-openid-connect",
                "context-banner",
                "context-ehr-patient",
                "context-standalone-patient",
                "permission-online",
                "permission-offline",
                "permission-patient",
                "permission-user",
                "permission-v2");
    }

    private static void add(ObjectNode told, String name, String... values) {
        add(told, name, Arrays.asList(values));
    }

    private static void add(ObjectNode told, String name, Collection<String> values) {
        values.forEach(told.putArray(name)::add);
    }
}
