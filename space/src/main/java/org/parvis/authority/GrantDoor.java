package org.parvis.authority;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.parvis.access.Origin;
import org.parvis.access.Secret;
import org.parvis.authority.GrantAnswer.Given;
import org.parvis.authority.GrantAnswer.Refused;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where requests for tokens arrive, once Spring has read them and software has proved which it is; {@link Grants} decides. */
final class GrantDoor implements AuthenticationProvider {

    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final PostgresSoftware software;
    private final Grants grants;
    private final Exchanges exchanges;
    private final LaunchContext launches;

    GrantDoor(PostgresSoftware software, Grants grants, Exchanges exchanges, LaunchContext launches) {
        this.software = software;
        this.grants = grants;
        this.exchanges = exchanges;
        this.launches = launches;
    }

    @Override
    public boolean supports(Class<?> asked) {
        return OAuth2AuthorizationGrantAuthenticationToken.class.isAssignableFrom(asked);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var proved = (OAuth2ClientAuthenticationToken) requireNonNull(asked.getPrincipal());
        var asking = KnownSoftware.of(proved, software);
        return switch (answer(asking, asked)) {
            case Given given -> answer(proved, given);
            case Refused(String error, String why) ->
                throw new OAuth2AuthenticationException(new OAuth2Error(error, why, null));
        };
    }

    private GrantAnswer answer(Software asking, Authentication asked) {
        return switch (asked) {
            case OAuth2ClientCredentialsAuthenticationToken own -> grants.serve(asking, new Scopes(own.getScopes()));
            case OAuth2AuthorizationCodeAuthenticationToken code ->
                grants.redeem(
                        asking,
                        new Secret(code.getCode()),
                        Objects.requireNonNullElse(code.getRedirectUri(), ""),
                        Objects.toString(code.getAdditionalParameters().get("code_verifier"), ""));
            case OAuth2RefreshTokenAuthenticationToken refresh ->
                grants.renew(asking, new Secret(refresh.getRefreshToken()), new Scopes(refresh.getScopes()));
            case OAuth2TokenExchangeAuthenticationToken exchange ->
                exchanges.exchange(
                        asking,
                        new Secret(exchange.getSubjectToken()),
                        new Scopes(exchange.getScopes()),
                        origin(asking, asked));
            default -> new Refused("unsupported_grant_type", "This server does not give tokens for that");
        };
    }

    private static Origin origin(Software asking, Authentication asked) {
        var proof = (Authentication) requireNonNull(asked.getPrincipal());
        return new Origin(
                proof.getDetails() instanceof WebAuthenticationDetails seen ? seen.getRemoteAddress() : "",
                asking.name());
    }

    private Authentication answer(OAuth2ClientAuthenticationToken proved, Given given) {
        var access = given.access();
        // Of no use but to an exchange, which must have it; anybody else leaves it unread (RFC 6749, 5.1).
        Map<String, Object> more = new HashMap<>(Map.of("issued_token_type", ACCESS_TOKEN));
        access.delegation()
                .ifPresent(delegation -> more.putAll(
                        launches.of(delegation, access, given.person().orElseThrow())));
        return new OAuth2AccessTokenAuthenticationToken(
                requireNonNull(proved.getRegisteredClient()),
                proved,
                new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER,
                        given.secret().text(),
                        access.issuedAt(),
                        access.expiresAt(),
                        access.scopes().texts()),
                given.refresh()
                        .map(secret -> new OAuth2RefreshToken(secret.text(), access.issuedAt()))
                        .orElse(null),
                more);
    }
}
