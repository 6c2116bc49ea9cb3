package org.parvis.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What stands before every page and door: who may pass unasked, what forms must carry, what browsers are told. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Doors {

    /** Where nobody is asked who they are; all else asks. */
    private static final String[] OPEN = {
        "/connexion/**",
        "/invitation/**",
        "/passerelle/**",
        "/tuiles/*",
        "/assets/**",
        "/health",
        "/fhir/metadata",
        "/fhir/.well-known/*",
        "/.well-known/*",
        "/oauth2/*",
        "/error"
    };

    /** Where somebody does what they have to do first, or leaves. */
    private static final String[] FIRST = {"/charte", "/contexte", "/mes-sessions/**", "/deconnexion"};

    private static final String[] FOR_SOFTWARE = {
        "/fhir", "/fhir/**", "/feed", "/oauth2/userinfo", "/connexion/fin/*", "/passerelle/**"
    };

    @Bean
    SecurityFilterChain pagesAndStore(
            HttpSecurity http,
            RecognisedContexts contexts,
            FormTokens tokens,
            AuthenticationEntryPoint stranger,
            AccessDeniedHandler refused) {
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(FIRST)
                        .authenticated()
                        .anyRequest()
                        .hasAuthority(Recognised.FREE))
                // Software carries no form token; SessionCookie has it come from a page of this server instead.
                .csrf(forms -> forms.csrfTokenRepository(tokens).ignoringRequestMatchers(FOR_SOFTWARE))
                .headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .exceptionHandling(
                        answers -> answers.authenticationEntryPoint(stranger).accessDeniedHandler(refused))
                .build();
    }
}
