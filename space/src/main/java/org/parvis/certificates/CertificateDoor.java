package org.parvis.certificates;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** A second port, where nobody gets as far as HTTP without a certificate of a trusted authority. */
final class CertificateDoor implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final Connector connector = new Connector(Http11NioProtocol.class.getName());
    private final int port;
    private final String bundle;
    private final SslBundles bundles;

    CertificateDoor(int port, String bundle, SslBundles bundles) {
        this.port = port;
        this.bundle = bundle;
        this.bundles = bundles;
    }

    /** The port on which it listens. */
    int port() {
        return connector.getLocalPort();
    }

    /** Last: it takes what the first port was told. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        var protocol = (Http11NioProtocol) connector.getProtocolHandler();
        server.getConnectorCustomizers().forEach(same -> same.customize(connector));
        connector.setPort(port);
        connector.setScheme("https");
        connector.setSecure(true);
        if (server.getAddress() != null) {
            protocol.setAddress(server.getAddress());
        }
        protocol.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        protocol.setSSLEnabled(true);
        protocol.addSslHostConfig(host(bundles.getBundle(bundle)));
        // Certificates are renewed without a restart, where the bundle watches its files.
        bundles.addBundleUpdateHandler(bundle, renewed -> protocol.addSslHostConfig(host(renewed), true));
        server.addAdditionalConnectors(connector);
    }

    private static SSLHostConfig host(SslBundle bundle) {
        var host = new SSLHostConfig();
        host.setProtocols("TLSv1.2+TLSv1.3");
        host.setCertificateVerification("required");
        host.setTrustStore(bundle.getStores().getTrustStore());
        var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystore(bundle.getStores().getKeyStore());
        // A PEM bundle has no password; Tomcat would try one of its own.
        certificate.setCertificateKeystorePassword(
                Objects.requireNonNullElse(bundle.getStores().getKeyStorePassword(), ""));
        Optional.ofNullable(bundle.getKey().getPassword()).ifPresent(certificate::setCertificateKeyPassword);
        Optional.ofNullable(bundle.getKey().getAlias()).ifPresent(certificate::setCertificateKeyAlias);
        host.addCertificate(certificate);
        return host;
    }
}
