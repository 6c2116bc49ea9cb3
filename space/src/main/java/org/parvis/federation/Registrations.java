package org.parvis.federation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** What providers say of where everything is at theirs, asked when it is first needed and again every hour. */
final class Registrations {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final String RETURN = "{baseUrl}/connexion/retour/{registrationId}";
    private static final ParameterizedTypeReference<Map<String, Object>> CONFIGURATION =
            new ParameterizedTypeReference<>() {};

    private record Found(ClientRegistration registration, Instant at) {}

    private final Map<String, Found> known = new ConcurrentHashMap<>();
    private final RestClient http;
    private final InstantSource clock;

    Registrations(RestClient http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * How this server is registered with a provider.
     *
     * @throws Unreachable when it does not answer, or says that it is another one
     */
    ClientRegistration of(Provider provider) {
        var found = known.get(provider.key());
        if (found != null && clock.instant().isBefore(found.at.plus(FRESH))) {
            return found.registration;
        }
        var registration = registration(provider, ask(provider.settings().discoveryAddress()));
        known.put(provider.key(), new Found(registration, clock.instant()));
        return registration;
    }

    /** A provider that does not answer, or not as one does. */
    static final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private Map<String, Object> ask(URI discovery) {
        try {
            var told = http.get().uri(discovery).retrieve().body(CONFIGURATION);
            return told == null ? Map.of() : told;
        } catch (RestClientException failure) {
            throw new Unreachable(discovery.toString(), failure);
        }
    }

    private static ClientRegistration registration(Provider provider, Map<String, Object> told) {
        var settings = provider.settings();
        try {
            if (!settings.issuer().equals(told.get("issuer"))) {
                throw new IllegalArgumentException("It calls itself " + told.get("issuer"));
            }
            var registration = ClientRegistrations.fromOidcConfiguration(told)
                    .registrationId(provider.key())
                    .clientId(settings.clientId())
                    .redirectUri(RETURN)
                    .scope(settings.scopes());
            return (settings.clientSecret() == null
                            ? registration.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                            : registration
                                    .clientAuthenticationMethod(bySecret(told))
                                    .clientSecret(settings.clientSecret()))
                    .build();
        } catch (IllegalArgumentException | IllegalStateException odd) {
            throw new Unreachable(settings.issuer(), odd);
        }
    }

    /** As most take it; in the form for those that take it nowhere else, as FranceConnect does. */
    private static ClientAuthenticationMethod bySecret(Map<String, Object> told) {
        return told.get("token_endpoint_auth_methods_supported") instanceof List<?> ways
                        && ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST.getValue())
                        && !ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue())
                ? ClientAuthenticationMethod.CLIENT_SECRET_POST
                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
    }
}
