package org.parvis.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer;
import org.parvis.certificates.Certificates.Answer;
import org.parvis.certificates.Declared.Use;
import org.parvis.certificates.TestAuthority.Holder;

/** The door at which a certificate is shown, and the register of those that are taken. */
class CertificatesTest {

    private static final String FINESS = "590000888";
    private static final Certificates CERTIFICATES = GuardedServer.part(Certificates.class);

    @Nested
    class TheDoor {

        @Test
        void opensToATrustedCertificate() throws IOException {
            assertThat(TestAuthority.send(Holder.SOFTWARE, get("/health")).statusCode())
                    .isEqualTo(200);
        }

        @Test
        void isShutWithoutACertificate() {
            assertThatThrownBy(() -> {
                        try (var client = HttpClient.newHttpClient()) {
                            client.send(get("/health").build(), java.net.http.HttpResponse.BodyHandlers.discarding());
                        }
                    })
                    .isInstanceOf(IOException.class);
        }

        @Test
        void isShutToOneOfAnotherAuthority() {
            assertThatThrownBy(() -> TestAuthority.send(Holder.STRANGER, get("/health")))
                    .isInstanceOf(IOException.class);
        }

        @Test
        void isShutToOneThatHasEnded() {
            assertThatThrownBy(() -> TestAuthority.send(Holder.ENDED, get("/health")))
                    .isInstanceOfAny(SSLException.class, IOException.class);
        }

        @Test
        void leadsToNoPage() throws IOException {
            assertThat(TestAuthority.send(Holder.SOFTWARE, get("/connexion")).statusCode())
                    .isEqualTo(404);
        }

        private static HttpRequest.Builder get(String path) {
            return HttpRequest.newBuilder(TestAuthority.at(path));
        }
    }

    @Nested
    class Declaring {

        @AfterEach
        void forget() {
            TestRegister.withdraw(Holder.UNDECLARED);
        }

        @Test
        void hasACertificateStandForAStructureUntilItIsWithdrawn() {
            TestRegister.declare(Holder.UNDECLARED, Use.SOFTWARE, FINESS, "Clinique des Certificats");

            assertThat(CERTIFICATES.find(TestAuthority.certificate(Holder.UNDECLARED)))
                    .map(Declared::structureName)
                    .contains("Clinique des Certificats");
            TestRegister.withdraw(Holder.UNDECLARED);
            assertThat(CERTIFICATES.find(TestAuthority.certificate(Holder.UNDECLARED)))
                    .isEmpty();
        }

        @Test
        void isRefusedOfAnUnknownStructure() {
            assertThat(declared("000000000", TestAuthority.pem(Holder.UNDECLARED)))
                    .isEqualTo(Answer.UNKNOWN_STRUCTURE);
        }

        @Test
        void isRefusedOfWhatIsNoCertificate() {
            TestRegister.keepTheStructure(FINESS, "Clinique des Certificats");

            assertThat(declared(FINESS, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"))
                    .isEqualTo(Answer.UNREADABLE);
        }

        @Test
        void isRefusedOfOneThatHasEnded() {
            TestRegister.keepTheStructure(FINESS, "Clinique des Certificats");

            assertThat(declared(FINESS, TestAuthority.pem(Holder.ENDED))).isEqualTo(Answer.OUT_OF_TIME);
        }

        @Test
        void isRefusedOfOneThatStandsForAStructureAlready() {
            TestRegister.declare(Holder.UNDECLARED, Use.SOFTWARE, FINESS, "Clinique des Certificats");

            assertThat(declared(FINESS, TestAuthority.pem(Holder.UNDECLARED))).isEqualTo(Answer.KNOWN);
        }

        private static Answer declared(String finess, String pem) {
            return CERTIFICATES.declare(finess, Use.SOFTWARE, "Essai", pem, false);
        }
    }
}
