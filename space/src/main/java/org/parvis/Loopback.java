package org.parvis;

import java.net.InetAddress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps the server to this machine until somebody decides, with `server.address`, who else may reach it. */
@Component
@Order(Loopback.FIRST)
@ConditionalOnProperty(name = "server.address", matchIfMissing = true, havingValue = "localhost")
class Loopback implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

    /** A second port listens where the first one does. */
    static final int FIRST = 0;

    @Override
    public void customize(ConfigurableWebServerFactory server) {
        server.setAddress(InetAddress.getLoopbackAddress());
    }
}
