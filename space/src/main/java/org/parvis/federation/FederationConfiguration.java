package org.parvis.federation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.parvis.access.OutsideRoad;
import org.parvis.access.Sessions;
import org.parvis.database.Database;
import org.parvis.database.Schema;
import org.parvis.fhir.rest.FhirEndpoint;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Puts the roads together that the settings open. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FederationSettings.class)
class FederationConfiguration {

    private static final Duration PROVIDER_PATIENCE = Duration.ofSeconds(10);

    @Bean
    Federation federation(
            FederationSettings settings,
            FhirEndpoint store,
            Database database,
            Sessions sessions,
            InstantSource clock) {
        var schema = Schema.open(database, "federation");
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(PROVIDER_PATIENCE);
        var http = RestClient.builder().requestFactory(requests).build();
        var tokens = new ProviderTokens(new RestTemplate(requests));
        var road = new OidcRoad(new Registrations(http, clock), exchange(http, tokens), clock);
        var proSanteConnect =
                Optional.ofNullable(settings.proSanteConnect()).map(psc -> new ProSanteConnect(psc, store));
        return new Federation(
                proSanteConnect, road, new PostgresDepartures(schema), new PostgresStays(schema), sessions, clock);
    }

    @Bean
    @ConditionalOnProperty("parvis.federation.pro-sante-connect.issuer")
    OutsideRoad proSanteConnectRoad() {
        return new OutsideRoad("/connexion/par/" + ProSanteConnect.KEY, "federation.pro-sante-connect");
    }

    private static AuthenticationProvider exchange(RestClient http, ProviderTokens tokens) {
        var codes = new RestClientAuthorizationCodeTokenResponseClient();
        var exchange = new OidcAuthorizationCodeAuthenticationProvider(codes, new UserInfo(http, tokens));
        exchange.setJwtDecoderFactory(tokens::identities);
        return exchange;
    }
}
