package org.parvis.authority;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.parvis.access.ServerAddress;

/** Tells an application who the person is for whom it acts (OpenID Connect Core, 5.3). */
final class UserInfo extends HttpServlet {

    static final String ADDRESS = "/oauth2/userinfo";

    private static final long serialVersionUID = 1;

    private final transient PostgresTokens tokens;
    private final transient Delegates delegates;
    private final transient ServerAddress address;
    private final transient InstantSource clock;

    UserInfo(PostgresTokens tokens, Delegates delegates, ServerAddress address, InstantSource clock) {
        this.tokens = tokens;
        this.delegates = delegates;
        this.address = address;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var claims = claims(request);
        if (claims.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            return;
        }
        var told = JsonNodeFactory.instance.objectNode();
        claims.get().forEach((name, value) -> told.put(name, value.toString()));
        response.setHeader("Cache-Control", "no-store");
        ServerDescription.send(response, told.toString());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    private Optional<Map<String, Object>> claims(HttpServletRequest request) {
        return SoftwareTokens.shown(request)
                .flatMap(tokens::find)
                .filter(token -> token.kind() == Token.Kind.ACCESS
                        && !token.hasEndedAt(clock.instant())
                        && token.scopes().has(Scopes.OPENID))
                .flatMap(token -> token.delegation()
                        .flatMap(delegation -> delegates
                                .person(delegation)
                                .map(person -> PersonClaims.of(
                                        delegation.approval(), token.scopes(), person, address.of(request)))));
    }
}
