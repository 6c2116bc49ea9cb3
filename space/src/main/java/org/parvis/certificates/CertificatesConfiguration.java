package org.parvis.certificates;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import org.parvis.database.Database;
import org.parvis.database.Schema;
import org.parvis.fhir.rest.FhirEndpoint;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the register, and the door when the settings give it a port. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorSettings.class)
class CertificatesConfiguration {

    @Bean
    Certificates certificates(
            Database database, FhirEndpoint store, ApplicationEventPublisher announcing, InstantSource clock) {
        return new Certificates(
                new PostgresCertificates(Schema.open(database, "certificates")), store, announcing, clock);
    }

    @Bean
    @ConditionalOnProperty("parvis.certificates.port")
    CertificateDoor certificateDoor(DoorSettings settings, SslBundles bundles) {
        return new CertificateDoor(requireNonNull(settings.port()), settings.bundle(), bundles);
    }

    @Bean
    @ConditionalOnProperty("parvis.certificates.port")
    MachinesOnly machinesOnly(CertificateDoor door) {
        return new MachinesOnly(door);
    }
}
