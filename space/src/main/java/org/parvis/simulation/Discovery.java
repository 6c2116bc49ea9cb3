package org.parvis.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import java.util.List;

/** Where everything is at a simulated provider, and the keys that it signs with. */
record Discovery(String issuer, Tokens tokens, List<String> proofs) {

    void serve(HttpServer server) {
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> Answer.json(configuration()).send(exchange));
        server.createContext(
                "/jwks", exchange -> Answer.json(tokens.published().toString()).send(exchange));
    }

    private String configuration() {
        var found = JsonNodeFactory.instance
                .objectNode()
                .put("issuer", issuer)
                .put("authorization_endpoint", issuer + "/authorize")
                .put("token_endpoint", issuer + "/token")
                .put("userinfo_endpoint", issuer + "/userinfo")
                .put("jwks_uri", issuer + "/jwks")
                .put("end_session_endpoint", issuer + "/logout")
                .put("backchannel_logout_supported", true)
                .put("authorization_response_iss_parameter_supported", true);
        found.putArray("response_types_supported").add("code");
        found.putArray("subject_types_supported").add("public");
        found.putArray("id_token_signing_alg_values_supported").add("RS256");
        found.putArray("code_challenge_methods_supported").add("S256");
        found.putArray("acr_values_supported").add("eidas1").add("eidas2").add("eidas3");
        var accepted = found.putArray("token_endpoint_auth_methods_supported");
        proofs.forEach(accepted::add);
        return found.toString();
    }
}
