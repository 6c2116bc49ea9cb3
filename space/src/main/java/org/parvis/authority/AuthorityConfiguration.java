package org.parvis.authority;

import java.time.InstantSource;
import java.util.Optional;
import org.parvis.access.OutsideTokens;
import org.parvis.access.Policies;
import org.parvis.access.Positions;
import org.parvis.access.ServerAddress;
import org.parvis.access.ServerKey;
import org.parvis.access.Sessions;
import org.parvis.access.Visitors;
import org.parvis.database.Database;
import org.parvis.database.Schema;
import org.parvis.fhir.rest.FhirEndpoint;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.CorsFilter;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class AuthorityConfiguration {

    @Bean
    Schema authoritySchema(Database database) {
        return Schema.open(database, "authority");
    }

    @Bean
    PostgresSoftware keptSoftware(Schema authoritySchema) {
        return new PostgresSoftware(authoritySchema);
    }

    @Bean
    PostgresTokens keptTokens(Schema authoritySchema) {
        return new PostgresTokens(authoritySchema);
    }

    @Bean
    PostgresApprovals keptApprovals(Schema authoritySchema) {
        return new PostgresApprovals(authoritySchema);
    }

    @Bean
    SoftwareRegister softwareRegister(PostgresSoftware software, FhirEndpoint store) {
        return new SoftwareRegister(software, store);
    }

    @Bean
    KnownSoftware knownSoftware(PostgresSoftware software) {
        return new KnownSoftware(software);
    }

    @Bean
    Assertions assertions(PostgresSoftware software, Schema authoritySchema, InstantSource clock) {
        return new Assertions(software, authoritySchema, clock);
    }

    @Bean
    Delegates delegates(PostgresSoftware software, Policies policies, Visitors visitors, Sessions sessions) {
        return new Delegates(software, policies, visitors, sessions);
    }

    @Bean
    SoftwareTokens softwareTokens(PostgresTokens tokens, Delegates delegates, InstantSource clock) {
        return new SoftwareTokens(tokens, delegates, clock);
    }

    @Bean
    ApprovalRequests approvalRequests(PostgresSoftware software) {
        return new ApprovalRequests(software);
    }

    @Bean
    Launches launches(Schema authoritySchema, InstantSource clock) {
        return new Launches(authoritySchema, clock);
    }

    @Bean
    Beginnings beginnings(Launches launches, FhirEndpoint store) {
        return new Beginnings(launches, store);
    }

    @Bean
    Approvals approvals(
            PostgresApprovals approvals,
            PostgresTokens tokens,
            PostgresSoftware software,
            Launches launches,
            ApplicationEventPublisher announcing,
            InstantSource clock) {
        return new Approvals(approvals, tokens, software, launches, announcing, clock);
    }

    @Bean
    ActingSoftware actingSoftware(Approvals approvals, PostgresSoftware software, Positions positions) {
        return new ActingSoftware(approvals, software, positions);
    }

    @Bean
    SigningKeys signingKeys(Schema authoritySchema, ServerKey sealing, InstantSource clock) {
        return new SigningKeys(authoritySchema, sealing, clock);
    }

    @Bean
    IdTokens idTokens(SigningKeys keys, InstantSource clock) {
        return new IdTokens(keys, clock);
    }

    @Bean
    Departures departures(PostgresSoftware software, IdTokens identities) {
        return new Departures(software, identities);
    }

    @Bean
    Grants grants(PostgresTokens tokens, PostgresApprovals approvals, Delegates delegates, InstantSource clock) {
        return new Grants(tokens, approvals, delegates, clock);
    }

    @Bean
    Exchanges exchanges(
            PostgresTokens tokens,
            PostgresApprovals approvals,
            Delegates delegates,
            Optional<OutsideTokens> outside,
            Sessions sessions,
            Positions positions,
            InstantSource clock) {
        return new Exchanges(tokens, approvals, delegates, outside, sessions, positions, clock);
    }

    @Bean
    GrantDoor grantDoor(PostgresSoftware software, Grants grants, Exchanges exchanges, IdTokens identities) {
        return new GrantDoor(software, grants, exchanges, new LaunchContext(identities));
    }

    @Bean
    TokenQuestions tokenQuestions(
            PostgresTokens tokens, PostgresSoftware software, Delegates delegates, InstantSource clock) {
        return new TokenQuestions(tokens, software, delegates, clock);
    }

    @Bean
    TokenReturns tokenReturns(PostgresTokens tokens, PostgresApprovals approvals) {
        return new TokenReturns(tokens, approvals);
    }

    /** Before everything: browsers ask first whether they may, without saying for whom. */
    @Bean
    FilterRegistrationBean<CorsFilter> applicationSites(PostgresSoftware software) {
        var filter = new FilterRegistrationBean<>(new CorsFilter(new ApplicationSites(software)));
        filter.addUrlPatterns(ApplicationSites.DOORS);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Before the store's own address, which is a shorter one. */
    @Bean
    ServletRegistrationBean<ServerDescription> serverDescription(ServerAddress address) {
        return new ServletRegistrationBean<>(new ServerDescription(address), ServerDescription.ADDRESSES);
    }

    @Bean
    ServletRegistrationBean<PublishedKeys> publishedKeys(SigningKeys keys) {
        return new ServletRegistrationBean<>(new PublishedKeys(keys), PublishedKeys.ADDRESS);
    }

    @Bean
    ServletRegistrationBean<UserInfo> userInfo(
            PostgresTokens tokens, Delegates delegates, ServerAddress address, InstantSource clock) {
        return new ServletRegistrationBean<>(new UserInfo(tokens, delegates, address, clock), UserInfo.ADDRESS);
    }
}
