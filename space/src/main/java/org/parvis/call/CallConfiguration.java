package org.parvis.call;

import org.parvis.database.Database;
import org.parvis.database.Schema;
import org.parvis.fhir.rest.FhirEndpoint;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Knows the software that may call, and opens the table of used calls. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallSettings.class)
class CallConfiguration {

    @Bean
    CallReader callReader(CallSettings settings) {
        var software = settings.software().stream().map(Software::registered).toList();
        return new CallReader(software, settings.audience(), settings.longest(), settings.skew());
    }

    @Bean
    Calls calls(CallReader reader, Database database, FhirEndpoint endpoint, CallSettings settings) {
        return new Calls(reader, new PostgresCalls(Schema.open(database, "call")), endpoint, settings.skew());
    }

    @Bean
    BackCookie wayBack(CallReader reader) {
        return new BackCookie(reader);
    }
}
