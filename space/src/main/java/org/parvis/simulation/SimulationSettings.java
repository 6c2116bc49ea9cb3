package org.parvis.simulation;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which services of the country are simulated on this machine.
 *
 * @param proSanteConnect the port of a simulated Pro Santé Connect; none by default
 * @param franceConnect the port of a simulated FranceConnect; none by default
 */
@ConfigurationProperties("parvis.simulation")
record SimulationSettings(
        @Nullable Integer proSanteConnect, @Nullable Integer franceConnect) {}
