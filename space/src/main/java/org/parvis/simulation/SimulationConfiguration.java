package org.parvis.simulation;

import static java.util.Objects.requireNonNull;

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
        return start(
                Likeness.PRO_SANTE_CONNECT,
                requireNonNull(settings.proSanteConnect()),
                Client.withSecret("parvis", "simulation"));
    }

    @Bean
    @ConditionalOnProperty("parvis.simulation.france-connect")
    SimulatedProvider simulatedFranceConnect(SimulationSettings settings) {
        return start(
                Likeness.FRANCE_CONNECT,
                requireNonNull(settings.franceConnect()),
                Client.withSecret("parvis", "simulation").toldInSignedTokens());
    }

    private static SimulatedProvider start(Likeness likeness, int port, Client parvis) {
        var provider = SimulatedProvider.start(likeness, port, Minting::signed);
        provider.know(parvis);
        LOG.warn(
                "{} is simulated at {}: anybody on this machine may come in as anybody",
                likeness.title(),
                provider.issuer());
        return provider;
    }
}
