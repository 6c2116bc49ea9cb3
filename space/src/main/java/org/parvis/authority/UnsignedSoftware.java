package org.parvis.authority;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Takes an application that can keep no secret at its word. Its code's verifier, and each refresh token that serves once, prove
 * what its name does not; Spring's own reader knows it for codes only.
 */
final class UnsignedSoftware implements AuthenticationConverter, AuthenticationProvider {

    private final KnownSoftware software;

    UnsignedSoftware(KnownSoftware software) {
        this.software = software;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var id = request.getParameter("client_id");
        return id == null || request.getParameter("client_assertion") != null
                ? null
                : new OAuth2ClientAuthenticationToken(id, ClientAuthenticationMethod.NONE, null, Map.of());
    }

    @Override
    public boolean supports(Class<?> asked) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(asked);
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        var claimed = (OAuth2ClientAuthenticationToken) asked;
        if (!ClientAuthenticationMethod.NONE.equals(claimed.getClientAuthenticationMethod())) {
            return null;
        }
        var client = software.findByClientId(Objects.toString(claimed.getPrincipal()));
        if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }
}
