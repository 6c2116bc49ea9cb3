package org.parvis.federation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.parvis.access.ReturnAddress;
import org.parvis.access.Secret;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.util.UriComponentsBuilder;

/** The way to an identity provider and back (OpenID Connect, authorization code with PKCE). */
final class OidcRoad {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Registrations registrations;
    private final AuthenticationProvider exchange;
    private final ProviderTokens tokens;
    private final InstantSource clock;

    /**
     * @param exchange redeems a code, and checks all that comes back for it
     */
    OidcRoad(Registrations registrations, AuthenticationProvider exchange, ProviderTokens tokens, InstantSource clock) {
        this.registrations = registrations;
        this.exchange = exchange;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Where somebody is sent, and what must come back.
     *
     * @param address at the provider
     */
    record Leaving(String address, Departure departure) {}

    /** Sends somebody to a provider; empty when it cannot be reached. */
    Optional<Leaving> leave(Provider provider, HttpServletRequest from, ReturnAddress destination) {
        try {
            var asked = ask(provider, registrations.of(provider), from);
            var departure = new Departure(
                    provider.key(),
                    requireNonNull(asked.getState()),
                    requireNonNull(asked.getAttribute(OidcParameterNames.NONCE)),
                    requireNonNull(asked.getAttribute(PkceParameterNames.CODE_VERIFIER)),
                    requireNonNull(asked.getRedirectUri()),
                    destination,
                    clock.instant().plus(PATIENCE));
            return Optional.of(new Leaving(asked.getAuthorizationRequestUri(), departure));
        } catch (Registrations.Unreachable unreachable) {
            return Optional.empty();
        }
    }

    private static OAuth2AuthorizationRequest ask(
            Provider provider, ClientRegistration registration, HttpServletRequest from) {
        var asking = new DefaultOAuth2AuthorizationRequestResolver(_ -> registration, "/connexion/par");
        asking.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(asked -> provider.settings().levels().stream()
                        .findFirst()
                        .ifPresent(level -> asked.additionalParameters(more -> more.put("acr_values", level)))));
        return requireNonNull(asking.resolve(from, provider.key()));
    }

    /**
     * Receives somebody who comes back.
     *
     * @param told the parameters of the address at which they arrive
     */
    Arrival arrive(Provider provider, Departure departure, Map<String, String> told) {
        var settings = provider.settings();
        if (!departure.provider().equals(provider.key())
                || !departure.state().equals(told.get(OAuth2ParameterNames.STATE))
                || !told.getOrDefault("iss", settings.issuer()).equals(settings.issuer())) {
            return new Arrival.Refused(NotProven.MISMATCHED, "state or iss");
        }
        var code = told.get(OAuth2ParameterNames.CODE);
        if (code == null) {
            return new Arrival.Refused(NotProven.DENIED, told.getOrDefault(OAuth2ParameterNames.ERROR, "no code"));
        }
        try {
            var redeemed = exchange.authenticate(redemption(registrations.of(provider), departure, code));
            return vouched(
                    provider, (OidcUser) requireNonNull(requireNonNull(redeemed).getPrincipal()));
        } catch (Registrations.Unreachable unreachable) {
            return new Arrival.Refused(NotProven.UNREACHABLE, unreachable.toString());
        } catch (OAuth2AuthenticationException refused) {
            return new Arrival.Refused(
                    NotProven.UNTRUSTED, "%s %s".formatted(refused.getError(), refused.getMessage()));
        } catch (AuthenticationException refused) {
            return new Arrival.Refused(NotProven.UNTRUSTED, refused.toString());
        }
    }

    private static OAuth2LoginAuthenticationToken redemption(
            ClientRegistration registration, Departure departure, String code) {
        var asked = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(departure.redirectUri())
                .scopes(registration.getScopes())
                .state(departure.state())
                .attributes(attributes -> {
                    attributes.put(OidcParameterNames.NONCE, departure.nonce());
                    attributes.put(PkceParameterNames.CODE_VERIFIER, departure.verifier());
                })
                .build();
        var answered = OAuth2AuthorizationResponse.success(code)
                .redirectUri(departure.redirectUri())
                .state(departure.state())
                .build();
        return new OAuth2LoginAuthenticationToken(registration, new OAuth2AuthorizationExchange(asked, answered));
    }

    /**
     * Where somebody ends their session at a provider (OpenID Connect RP-Initiated Logout); empty when it offers no such place.
     *
     * @param identity its token about them
     * @param back where they come back to afterwards
     */
    Optional<String> farewell(Provider provider, String identity, Secret state, String back) {
        try {
            var told = registrations.of(provider).getProviderDetails().getConfigurationMetadata();
            return Optional.ofNullable(told.get("end_session_endpoint"))
                    .map(place -> UriComponentsBuilder.fromUriString(place.toString())
                            .queryParam("id_token_hint", "{identity}")
                            .queryParam("state", "{state}")
                            .queryParam("post_logout_redirect_uri", "{back}")
                            .encode()
                            .buildAndExpand(identity, state.text(), back)
                            .toUriString());
        } catch (Registrations.Unreachable unreachable) {
            return Optional.empty();
        }
    }

    /** A session that has ended at a provider: its name, or whose it is when it has none. */
    record Ended(String session, String subject) {}

    /** Reads what a provider tells of a session's end; empty when it cannot be believed. */
    Optional<Ended> ended(Provider provider, String told) {
        try {
            var token = tokens.others(registrations.of(provider)).decode(told);
            var events = token.getClaimAsMap("events");
            // What says who somebody is, with a nonce, must never pass for a token that ends their session.
            return events != null && events.containsKey(LOGOUT) && !token.hasClaim(OidcParameterNames.NONCE)
                    ? Optional.of(new Ended(claim(token, "sid"), claim(token, "sub")))
                    : Optional.empty();
        } catch (Registrations.Unreachable | JwtException unbelieved) {
            return Optional.empty();
        }
    }

    private static String claim(Jwt token, String name) {
        return Objects.requireNonNullElse(token.getClaimAsString(name), "");
    }

    private static Arrival vouched(Provider provider, OidcUser person) {
        var identity = person.getIdToken();
        var levels = provider.settings().levels();
        var level = Objects.requireNonNullElse(identity.getClaimAsString("acr"), "");
        if (!levels.isEmpty() && !levels.contains(level)) {
            return new Arrival.Refused(NotProven.TOO_WEAK, "acr '%s'".formatted(level));
        }
        var session = Objects.requireNonNullElse(identity.getClaimAsString("sid"), "");
        ObjectNode claims =
                JSON.valueToTree(requireNonNull(person.getUserInfo()).getClaims());
        return new Arrival.Vouched(identity.getTokenValue(), session, claims);
    }
}
