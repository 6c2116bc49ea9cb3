package org.parvis.authority;

import java.time.InstantSource;
import org.parvis.access.Policies;
import org.parvis.database.Database;
import org.parvis.database.Schema;
import org.parvis.fhir.rest.FhirEndpoint;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
    KnownSoftware knownSoftware(PostgresSoftware software) {
        return new KnownSoftware(software);
    }

    @Bean
    PostgresTokens keptTokens(Schema authoritySchema, KnownSoftware software) {
        return new PostgresTokens(authoritySchema, software);
    }

    @Bean
    Assertions assertions(PostgresSoftware software, Schema authoritySchema, InstantSource clock) {
        return new Assertions(software, authoritySchema, clock);
    }

    @Bean
    SoftwareTokens softwareTokens(
            PostgresTokens tokens, PostgresSoftware software, Policies policies, InstantSource clock) {
        return new SoftwareTokens(tokens, software, policies, clock);
    }

    @Bean
    SoftwareRegister softwareRegister(PostgresSoftware software, FhirEndpoint store) {
        return new SoftwareRegister(software, store);
    }

    /** Before the store's own address, which is a shorter one. */
    @Bean
    ServletRegistrationBean<SmartConfiguration> smartConfiguration() {
        return new ServletRegistrationBean<>(new SmartConfiguration(), SmartConfiguration.ADDRESS);
    }
}
