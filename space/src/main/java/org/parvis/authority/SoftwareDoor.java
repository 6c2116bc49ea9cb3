package org.parvis.authority;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.web.SecurityFilterChain;

/** Where software gets its tokens, gives them back, and asks about them. */
@Configuration(proxyBeanMethods = false)
class SoftwareDoor {

    static final String TOKENS = "/oauth2/token";

    @Bean
    @Order(0)
    SecurityFilterChain softwareFirst(
            HttpSecurity http, KnownSoftware software, PostgresTokens tokens, Assertions assertions) {
        var server = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(
                        server,
                        authority -> authority
                                .registeredClientRepository(software)
                                .authorizationService(tokens)
                                .authorizationServerSettings(AuthorizationServerSettings.builder()
                                        .tokenEndpoint(TOKENS)
                                        .build())
                                .tokenGenerator(new OAuth2AccessTokenGenerator())
                                .clientAuthentication(proof -> proof.authenticationConverter(new AssertionReading())
                                        .authenticationProviders(providers -> providers.forEach(provider -> {
                                            if (provider instanceof JwtClientAssertionAuthenticationProvider signed) {
                                                signed.setJwtDecoderFactory(assertions);
                                            }
                                        }))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
