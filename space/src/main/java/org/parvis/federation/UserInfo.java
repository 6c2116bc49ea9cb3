package org.parvis.federation;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.client.RestClient;

/** Asks a provider what it tells of somebody: plain JSON, or a token that it signed. */
final class UserInfo implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final MediaType TOKEN = MediaType.parseMediaType("application/jwt");
    private static final ParameterizedTypeReference<Map<String, Object>> CLAIMS = new ParameterizedTypeReference<>() {};

    private final RestClient http;
    private final ProviderTokens tokens;

    UserInfo(RestClient http, ProviderTokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var claims =
                claims(request.getClientRegistration(), request.getAccessToken().getTokenValue());
        // OpenID Connect Core 5.3.2: what is told of another subject is told of somebody else.
        if (!requireNonNull(request.getIdToken().getSubject()).equals(claims.get("sub"))) {
            throw new OAuth2AuthenticationException(new OAuth2Error("invalid_user_info_response"), "another subject");
        }
        return new DefaultOidcUser(List.of(), request.getIdToken(), new OidcUserInfo(claims));
    }

    /** What a provider tells to whoever shows this token. */
    Map<String, Object> claims(ClientRegistration registration, String token) {
        var claims = http.get()
                .uri(requireNonNull(
                        registration.getProviderDetails().getUserInfoEndpoint().getUri()))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .accept(MediaType.APPLICATION_JSON, TOKEN)
                .exchange((_, answer) -> {
                    if (!answer.getStatusCode().is2xxSuccessful()) {
                        throw new OAuth2AuthenticationException(
                                new OAuth2Error("invalid_user_info_response"),
                                "status " + answer.getStatusCode().value());
                    }
                    return TOKEN.isCompatibleWith(answer.getHeaders().getContentType())
                            ? tokens.others(registration)
                                    .decode(new String(answer.getBody().readAllBytes(), StandardCharsets.US_ASCII))
                                    .getClaims()
                            : answer.bodyTo(CLAIMS);
                });
        return claims == null ? Map.of() : claims;
    }
}
