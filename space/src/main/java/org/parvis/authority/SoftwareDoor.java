package org.parvis.authority;

import java.util.List;
import org.parvis.access.ServerAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Where software gets its tokens, gives them back, and asks about them. Spring reads the requests and has software prove which
 * it is; what it is answered is decided by {@link GrantDoor}, {@link TokenQuestions} and {@link TokenReturns}.
 */
@Configuration(proxyBeanMethods = false)
class SoftwareDoor {

    static final String TOKENS = "/oauth2/token";
    static final String QUESTIONS = "/oauth2/introspect";
    static final String RETURNS = "/oauth2/revoke";

    @Bean
    @Order(0)
    SecurityFilterChain softwareFirst(
            HttpSecurity http,
            KnownSoftware software,
            Assertions assertions,
            ServerAddress address,
            GrantDoor grants,
            TokenQuestions questions,
            TokenReturns returns) {
        return http.securityMatcher(TOKENS, QUESTIONS, RETURNS)
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server -> server.registeredClientRepository(software)
                                .authorizationServerSettings(places(address))
                                .clientAuthentication(proof -> prove(proof, software, assertions))
                                .tokenEndpoint(door -> door.authenticationProviders(all -> only(grants, all)))
                                .tokenIntrospectionEndpoint(
                                        door -> door.authenticationProviders(all -> only(questions, all)))
                                .tokenRevocationEndpoint(
                                        door -> door.authenticationProviders(all -> only(returns, all))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    private static AuthorizationServerSettings places(ServerAddress address) {
        var places = AuthorizationServerSettings.builder()
                .tokenEndpoint(TOKENS)
                .tokenIntrospectionEndpoint(QUESTIONS)
                .tokenRevocationEndpoint(RETURNS);
        // Without it, each request tells by which address this server is reached.
        address.ofOperator().ifPresent(places::issuer);
        return places.build();
    }

    private static void prove(
            OAuth2ClientAuthenticationConfigurer proof, KnownSoftware software, Assertions assertions) {
        var unsigned = new UnsignedSoftware(software);
        proof.authenticationConverter(new AssertionReading())
                .authenticationConverter(unsigned)
                .authenticationProviders(all -> {
                    all.removeIf(provider -> !(provider instanceof JwtClientAssertionAuthenticationProvider));
                    all.forEach(provider ->
                            ((JwtClientAssertionAuthenticationProvider) provider).setJwtDecoderFactory(assertions));
                    all.add(unsigned);
                });
    }

    private static void only(AuthenticationProvider ours, List<AuthenticationProvider> all) {
        all.clear();
        all.add(ours);
    }
}
