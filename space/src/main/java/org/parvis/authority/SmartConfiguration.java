package org.parvis.authority;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Tells software where to get a token, and how (SMART App Launch 2, section 3.0.7). */
final class SmartConfiguration extends HttpServlet {

    static final String ADDRESS = "/fhir/.well-known/smart-configuration";

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var server = "%s://%s".formatted(request.getScheme(), request.getHeader("Host"));
        var told = JsonNodeFactory.instance
                .objectNode()
                .put("issuer", server)
                .put("token_endpoint", server + SoftwareDoor.TOKENS)
                .put("introspection_endpoint", server + "/oauth2/introspect")
                .put("revocation_endpoint", server + "/oauth2/revoke");
        told.putArray("grant_types_supported").add("client_credentials");
        told.putArray("token_endpoint_auth_methods_supported").add("private_key_jwt");
        told.putArray("token_endpoint_auth_signing_alg_values_supported")
                .add("RS384")
                .add("ES384");
        told.putArray("scopes_supported").add("system/*.rs").add("system/*.cud").add("system/*.cruds");
        told.putArray("capabilities").add("client-confidential-asymmetric").add("permission-v2");
        response.setContentType("application/json");
        response.getOutputStream().write(told.toString().getBytes(StandardCharsets.UTF_8));
    }
}
