package org.parvis.federation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.parvis.access.ServerKey;
import org.parvis.access.Sessions;
import org.parvis.certificates.Certificates;
import org.parvis.database.Database;
import org.parvis.database.Schema;
import org.parvis.fhir.rest.FhirEndpoint;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
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
    Schema federationSchema(Database database) {
        return Schema.open(database, "federation");
    }

    @Bean
    PostgresDirectories keptDirectories(Schema federationSchema, ServerKey key) {
        return new PostgresDirectories(federationSchema, key);
    }

    @Bean
    Vouchers vouchers(FederationSettings settings, PostgresDirectories directories, FhirEndpoint store) {
        var proSanteConnect = Optional.ofNullable(settings.proSanteConnect())
                .<Voucher>map(provider -> new ProSanteConnect(provider, store));
        var citizens = Optional.ofNullable(settings.citizens()).<Voucher>map(CitizenProvider::of);
        var national =
                Stream.of(proSanteConnect, citizens).flatMap(Optional::stream).toList();
        return new Vouchers(national, directories, store);
    }

    @Bean
    RestTemplate providerRequests() {
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(PROVIDER_PATIENCE);
        return new RestTemplate(requests);
    }

    @Bean
    Registrations registrations(RestTemplate providerRequests, InstantSource clock) {
        return new Registrations(RestClient.create(providerRequests), clock);
    }

    @Bean
    Directories directories(PostgresDirectories directories, Registrations registrations, FhirEndpoint store) {
        return new Directories(directories, registrations, store);
    }

    @Bean
    PostgresStays stays(Schema federationSchema) {
        return new PostgresStays(federationSchema);
    }

    @Bean
    Network network(
            FederationSettings settings,
            Certificates certificates,
            Schema federationSchema,
            PostgresStays stays,
            FhirEndpoint store,
            Sessions sessions,
            InstantSource clock) {
        return new Network(
                certificates,
                new StatementReader(settings.audience()),
                new PostgresPasses(federationSchema),
                stays,
                store,
                sessions,
                clock);
    }

    @Bean
    Federation federation(
            Vouchers vouchers,
            Registrations registrations,
            RestTemplate providerRequests,
            Schema federationSchema,
            PostgresStays stays,
            Sessions sessions,
            InstantSource clock) {
        var tokens = new ProviderTokens(providerRequests);
        var exchange = exchange(RestClient.create(providerRequests), tokens, new OwnKeys(vouchers.national()));
        return new Federation(
                vouchers,
                new OidcRoad(registrations, exchange, tokens, clock),
                new PostgresDepartures(federationSchema),
                stays,
                sessions,
                clock);
    }

    @Bean
    ShownTokens shownTokens(Vouchers vouchers, Registrations registrations, RestTemplate providerRequests) {
        var information = new UserInfo(RestClient.create(providerRequests), new ProviderTokens(providerRequests));
        return new ShownTokens(vouchers, registrations, information);
    }

    private static AuthenticationProvider exchange(RestClient http, ProviderTokens tokens, OwnKeys keys) {
        var codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.addParametersConverter(new NimbusJwtClientAuthenticationParametersConverter<>(keys::of));
        var exchange = new OidcAuthorizationCodeAuthenticationProvider(codes, new UserInfo(http, tokens));
        exchange.setJwtDecoderFactory(tokens::identities);
        return exchange;
    }
}
