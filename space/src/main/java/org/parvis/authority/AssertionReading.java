package org.parvis.authority;

import com.nimbusds.jwt.JWTParser;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Takes software for whom its assertion names, to be proved next: Spring's own reader asks for a client_id, which SMART leaves out. */
final class AssertionReading implements AuthenticationConverter {

    private static final ClientAuthenticationMethod BY_ASSERTION =
            new ClientAuthenticationMethod("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var assertion = request.getParameter("client_assertion");
        if (assertion == null || !BY_ASSERTION.getValue().equals(request.getParameter("client_assertion_type"))) {
            return null;
        }
        return new OAuth2ClientAuthenticationToken(subject(assertion), BY_ASSERTION, assertion, Map.of());
    }

    private static String subject(String assertion) {
        try {
            var subject = JWTParser.parse(assertion).getJWTClaimsSet().getSubject();
            // What names nobody is refused as what names somebody unknown.
            return Objects.requireNonNullElse(subject, "nobody");
        } catch (ParseException broken) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
    }
}
