package org.parvis.authority;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import org.parvis.access.Secret;
import org.parvis.access.Visitor;
import org.parvis.authority.Software.Use;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;

/**
 * Tells software whether a token is good, and for what (RFC 7662): its own, or any that it is shown when it keeps data of its own.
 * A token that it may not know of is told like one that does not exist.
 */
final class TokenQuestions implements AuthenticationProvider {

    private final PostgresTokens tokens;
    private final PostgresSoftware software;
    private final Delegates delegates;
    private final InstantSource clock;

    TokenQuestions(PostgresTokens tokens, PostgresSoftware software, Delegates delegates, InstantSource clock) {
        this.tokens = tokens;
        this.software = software;
        this.delegates = delegates;
        this.clock = clock;
    }

    @Override
    public boolean supports(Class<?> asked) {
        return OAuth2TokenIntrospectionAuthenticationToken.class.isAssignableFrom(asked);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var question = (OAuth2TokenIntrospectionAuthenticationToken) asked;
        var proved = (OAuth2ClientAuthenticationToken) requireNonNull(asked.getPrincipal());
        return new OAuth2TokenIntrospectionAuthenticationToken(
                question.getToken(), proved, told(KnownSoftware.of(proved, software), question.getToken()));
    }

    private OAuth2TokenIntrospection told(Software asking, String text) {
        var found = tokens.find(new Secret(text))
                .filter(token -> !token.used() && !token.hasEndedAt(clock.instant()))
                .filter(token -> token.software().equals(asking.id())
                        || (token.kind() == Token.Kind.ACCESS && asking.may(Use.RESOURCES)));
        return found.flatMap(token -> delegates.of(token).map(visitor -> told(token, visitor)))
                .orElseGet(() -> OAuth2TokenIntrospection.builder(false).build());
    }

    private static OAuth2TokenIntrospection told(Token token, Visitor visitor) {
        var server = AuthorizationServerContextHolder.getContext().getIssuer();
        var told = OAuth2TokenIntrospection.builder(true)
                .clientId(token.software())
                .scopes(scopes -> scopes.addAll(token.scopes().texts()))
                .issuedAt(token.issuedAt())
                .expiresAt(token.expiresAt())
                .issuer(server)
                .audience(server + "/fhir")
                .subject(token.delegation()
                        .map(delegation -> delegation.approval().account().toString())
                        .orElse(token.software()));
        if (token.kind() == Token.Kind.ACCESS) {
            told.tokenType(OAuth2AccessToken.TokenType.BEARER.getValue());
        }
        visitor.caller().organisation().ifPresent(id -> told.claim("organization", "Organization/" + id));
        visitor.caller().person().ifPresent(who -> told.claim("fhirUser", PersonClaims.address(server, who)));
        token.delegation().flatMap(Delegation::patient).ifPresent(patient -> told.claim("patient", patient));
        return told.build();
    }
}
