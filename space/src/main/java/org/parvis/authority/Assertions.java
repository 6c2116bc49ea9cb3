package org.parvis.authority;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.parvis.database.Schema;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;

/** Checks what software signs to prove which it is (SMART App Launch 2, asymmetric authentication). */
final class Assertions implements JwtDecoderFactory<RegisteredClient> {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS384, JWSAlgorithm.ES384, JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.PS256);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final OAuth2TokenValidatorResult GOOD = OAuth2TokenValidatorResult.success();

    private final PostgresSoftware software;
    private final Schema schema;
    private final InstantSource clock;

    Assertions(PostgresSoftware software, Schema schema, InstantSource clock) {
        this.software = software;
        this.schema = schema;
        this.clock = clock;
    }

    /** By which software may sign, by their names. */
    static List<String> algorithms() {
        return ALGORITHMS.stream().map(JWSAlgorithm::getName).sorted().toList();
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        var keys = software.find(client.getClientId()).orElseThrow().publicKeys();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        var sound = new DelegatingOAuth2TokenValidator<Jwt>(
                new JwtTimestampValidator(SKEW),
                new JwtIssuerValidator(client.getClientId()),
                this::isAboutItselfForThisServer,
                this::isShort);
        // Only what is sound counts as having served: nobody wears out another's assertions.
        decoder.setJwtValidator(assertion -> {
            var result = sound.validate(assertion);
            return result.hasErrors() ? result : servesOnce(assertion);
        });
        return decoder;
    }

    private OAuth2TokenValidatorResult isAboutItselfForThisServer(Jwt assertion) {
        var here = AuthorizationServerContextHolder.getContext();
        var tokens = here.getIssuer() + here.getAuthorizationServerSettings().getTokenEndpoint();
        var audience = Objects.requireNonNullElse(assertion.getAudience(), List.<String>of());
        return Objects.equals(assertion.getClaimAsString("iss"), assertion.getSubject()) && audience.contains(tokens)
                ? GOOD
                : wrong("its subject is not its issuer, or its audience is not " + tokens);
    }

    private OAuth2TokenValidatorResult isShort(Jwt assertion) {
        var end = assertion.getExpiresAt();
        return end != null && end.isBefore(clock.instant().plus(LONGEST).plus(SKEW))
                ? GOOD
                : wrong("it must expire within five minutes");
    }

    private OAuth2TokenValidatorResult servesOnce(Jwt assertion) {
        var id = assertion.getId();
        if (id == null) {
            return wrong("it has no jti");
        }
        return isNew(requireNonNull(assertion.getSubject()), id, requireNonNull(assertion.getExpiresAt()))
                ? GOOD
                : wrong("it has served before");
    }

    private boolean isNew(String client, String id, Instant end) {
        schema.sql()
                .sql("delete from authority.assertion where expires_at < :now")
                .param("now", Schema.moment(clock.instant().minus(SKEW)))
                .update();
        return schema.sql()
                        .sql("insert into authority.assertion values (:client, :jti, :end) on conflict do nothing")
                        .param("client", client)
                        .param("jti", id)
                        .param("end", Schema.moment(end))
                        .update()
                == 1;
    }

    private static OAuth2TokenValidatorResult wrong(String why) {
        return OAuth2TokenValidatorResult.failure(
                new OAuth2Error("invalid_client", "The assertion is refused: " + why, null));
    }
}
