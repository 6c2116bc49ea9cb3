package org.parvis.certificates;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.parvis.access.GuardedServer;

/** An authority that certifies the tests' software and gateways, and whoever else shows a certificate. Made anew for each run. */
public final class TestAuthority {

    private static final char[] PASSWORD = "ephemeral".toCharArray();
    private static final Path FOLDER = folder();
    private static final KeyStore ALL = made();

    private TestAuthority() {}

    /** Those who hold a certificate. */
    public enum Holder {
        SERVER,
        GATEWAY,
        SOFTWARE,
        /** Trusted, but never declared. */
        UNDECLARED,
        /** Of the authority, and too old. */
        ENDED,
        /** Of another authority. */
        STRANGER;

        String alias() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The settings of a server that trusts this authority. */
    public static List<String> settings() {
        keep("server.p12", store(Holder.SERVER));
        keep("trusted.p12", trusted());
        var bundle = "--spring.ssl.bundle.jks.certificates.";
        return List.of(
                "--parvis.certificates.port=0",
                bundle + "keystore.location=file:" + FOLDER.resolve("server.p12"),
                bundle + "keystore.password=" + new String(PASSWORD),
                bundle + "keystore.type=PKCS12",
                bundle + "truststore.location=file:" + FOLDER.resolve("trusted.p12"),
                bundle + "truststore.password=" + new String(PASSWORD),
                bundle + "truststore.type=PKCS12");
    }

    public static X509Certificate certificate(Holder holder) {
        try {
            return (X509Certificate) ALL.getCertificate(holder.alias());
        } catch (GeneralSecurityException broken) {
            throw new AssertionError(broken);
        }
    }

    public static PrivateKey key(Holder holder) {
        try {
            return (PrivateKey) ALL.getKey(holder.alias(), PASSWORD);
        } catch (GeneralSecurityException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The certificate as people paste it. */
    public static String pem(Holder holder) {
        try {
            var body =
                    Base64.getMimeEncoder().encodeToString(certificate(holder).getEncoded());
            return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(body);
        } catch (GeneralSecurityException broken) {
            throw new AssertionError(broken);
        }
    }

    /** An address at the door of certificates. */
    public static URI at(String path) {
        return URI.create("https://localhost:%d%s"
                .formatted(GuardedServer.part(CertificateDoor.class).port(), path));
    }

    /** Sends a request with the certificate of this holder. */
    public static HttpResponse<String> send(Holder holder, HttpRequest.Builder request) throws IOException {
        try (var client = HttpClient.newBuilder().sslContext(tls(holder)).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static SSLContext tls(Holder holder) {
        try {
            var keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store(holder), PASSWORD);
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(trusted());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new AssertionError(broken);
        }
    }

    private static KeyStore store(Holder holder) {
        try {
            var store = empty();
            store.setKeyEntry(holder.alias(), key(holder), PASSWORD, ALL.getCertificateChain(holder.alias()));
            return store;
        } catch (GeneralSecurityException | IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static KeyStore trusted() {
        try {
            var store = empty();
            store.setCertificateEntry("authority", ALL.getCertificate("authority"));
            return store;
        } catch (GeneralSecurityException | IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        return store;
    }

    private static void keep(String file, KeyStore store) {
        try (var out = Files.newOutputStream(FOLDER.resolve(file))) {
            store.store(out, PASSWORD);
        } catch (GeneralSecurityException | IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "authority");
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static KeyStore made() {
        make("authority", "-ext", "bc:c");
        for (var holder : Holder.values()) {
            switch (holder) {
                case STRANGER -> make(holder.alias());
                case ENDED -> make(holder.alias(), "-signer", "authority", "-startdate", "-3d", "-validity", "1");
                case SERVER -> make(holder.alias(), "-signer", "authority", "-ext", "san=dns:localhost");
                case GATEWAY, SOFTWARE, UNDECLARED -> make(holder.alias(), "-signer", "authority");
            }
        }
        try {
            return KeyStore.getInstance(FOLDER.resolve("all.p12").toFile(), PASSWORD);
        } catch (GeneralSecurityException | IOException broken) {
            throw new AssertionError(broken);
        }
    }

    // The JDK makes certificates by this command alone.
    private static void make(String alias, String... more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-alias",
                alias,
                "-dname",
                "CN=%s,OU=318,O=Essai,C=FR".formatted(alias),
                "-keystore",
                FOLDER.resolve("all.p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(more));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(told);
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
