package org.parvis;

import java.net.InetAddress;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Keeps the server to this machine: nobody is asked who they are until the access module exists. */
@Component
class Loopback implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

    @Override
    public void customize(ConfigurableWebServerFactory server) {
        server.setAddress(InetAddress.getLoopbackAddress());
    }
}
