package org.parvis.certificates;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The TLS door at which software and gateways show a certificate. It is shut until it has a port.
 *
 * @param port on which it listens, 0 for any that is free
 * @param bundle name of the SSL bundle (`spring.ssl.bundle.*`): its key is this server's, its trust store holds the authorities
 *     whose certificates are taken
 */
@ConfigurationProperties("parvis.certificates")
record DoorSettings(
        @Nullable Integer port,
        @DefaultValue("certificates") String bundle) {}
