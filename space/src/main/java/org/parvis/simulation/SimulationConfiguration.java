package org.parvis.simulation;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts what the settings ask to be simulated, and says so. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SimulationSettings.class)
class SimulationConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SimulationConfiguration.class);

    @Bean
    @ConditionalOnProperty("parvis.simulation.pro-sante-connect")
    SimulatedProvider simulatedProSanteConnect(SimulationSettings settings) {
        var provider = SimulatedProvider.start(
                "Pro Santé Connect",
                Objects.requireNonNull(settings.proSanteConnect()),
                TestPerson.in("professionals.json"),
                Minting::signed);
        provider.know(Client.withSecret("parvis", "simulation"));
        LOG.warn(
                "Pro Santé Connect is simulated at {}: anybody on this machine may come in as anybody",
                provider.issuer());
        return provider;
    }
}
