package org.parvis.federation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestOperations;

/**
 * Reads what providers sign. A signature is by a key that the provider publishes, which is asked for again when a token names
 * an unknown one; clocks may differ by a minute.
 */
final class ProviderTokens {

    /** Signatures that only their maker can write: none at all, and those by a shared secret, are no proof. */
    private static final List<SignatureAlgorithm> ALGORITHMS = List.of(
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.PS256,
            SignatureAlgorithm.ES256,
            SignatureAlgorithm.RS384,
            SignatureAlgorithm.PS384,
            SignatureAlgorithm.ES384,
            SignatureAlgorithm.RS512,
            SignatureAlgorithm.PS512,
            SignatureAlgorithm.ES512);

    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();
    private final RestOperations http;

    ProviderTokens(RestOperations http) {
        this.http = http;
    }

    /** Reads tokens that say who somebody is. */
    JwtDecoder identities(ClientRegistration registration) {
        return decoder("identity", registration, OidcIdTokenValidator::new);
    }

    /** Reads other tokens that a provider makes for this server. */
    JwtDecoder others(ClientRegistration registration) {
        return decoder("other", registration, ProviderTokens::madeForThisServer);
    }

    private JwtDecoder decoder(
            String kind,
            ClientRegistration registration,
            Function<ClientRegistration, OAuth2TokenValidator<Jwt>> validator) {
        var published = requireNonNull(registration.getProviderDetails().getJwkSetUri());
        var key = String.join(" ", kind, registration.getRegistrationId(), published);
        return decoders.computeIfAbsent(key, _ -> {
            var decoder = NimbusJwtDecoder.withJwkSetUri(published)
                    .restOperations(http)
                    .jwsAlgorithms(accepted -> accepted.addAll(ALGORITHMS))
                    .build();
            decoder.setJwtValidator(validator.apply(registration));
            return decoder;
        });
    }

    private static OAuth2TokenValidator<Jwt> madeForThisServer(ClientRegistration registration) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(
                        requireNonNull(registration.getProviderDetails().getIssuerUri())),
                new JwtAudienceValidator(registration.getClientId()));
    }
}
