package org.parvis.certificates;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parvis.certificates.Declared.Use;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.springframework.context.ApplicationEventPublisher;

/** The module's door: declares certificates, withdraws them, and tells for whom one stands that is shown. */
public final class Certificates {

    private static final String SHOWN = "jakarta.servlet.request.X509Certificate";
    private static final String FINESS = "https://finess.esante.gouv.fr|";

    private final PostgresCertificates certificates;
    private final StoreClient store;
    private final ApplicationEventPublisher announcing;
    private final InstantSource clock;

    Certificates(
            PostgresCertificates certificates,
            FhirEndpoint store,
            ApplicationEventPublisher announcing,
            InstantSource clock) {
        this.certificates = certificates;
        this.store = store.as(Caller.system());
        this.announcing = announcing;
        this.clock = clock;
    }

    /** What comes of a declaration. */
    public enum Answer {
        DONE,
        /** No structure has that FINESS number. */
        UNKNOWN_STRUCTURE,
        /** The text holds no certificate. */
        UNREADABLE,
        /** It has ended, or has not begun. */
        OUT_OF_TIME,
        /** It stands for a structure already. */
        KNOWN
    }

    /** The certificate that whoever sends this request proved to hold; empty at every door but the one that asks for it. */
    public static Optional<X509Certificate> shown(HttpServletRequest request) {
        return request.getAttribute(SHOWN) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(chain[0])
                : Optional.empty();
    }

    /** For whom this certificate stands now; each request asks anew, so that a withdrawal counts at once. */
    public Optional<Declared> find(X509Certificate certificate) {
        return isInTime(certificate) ? certificates.find(certificate) : Optional.empty();
    }

    /** For whom the certificate stands that this request shows, if it is for this use. */
    public Optional<Declared> find(HttpServletRequest request, Use use) {
        return shown(request).flatMap(this::find).filter(declared -> declared.use() == use);
    }

    public List<Declared> all() {
        return certificates.all();
    }

    /**
     * Has a certificate stand for a structure.
     *
     * @param pem the certificate, as PEM
     * @param renewed whether later ones of the same subject and issuer are to stand for it too
     */
    public Answer declare(String finess, Use use, String name, String pem, boolean renewed) {
        var structure = store
                .search("Organization?identifier=" + URLEncoder.encode(FINESS + finess, StandardCharsets.UTF_8))
                .matches()
                .stream()
                .findFirst();
        if (structure.isEmpty()) {
            return Answer.UNKNOWN_STRUCTURE;
        }
        var certificate = read(pem);
        if (certificate.isEmpty()) {
            return Answer.UNREADABLE;
        }
        if (!isInTime(certificate.get())) {
            return Answer.OUT_OF_TIME;
        }
        if (certificates.find(certificate.get()).isPresent()) {
            return Answer.KNOWN;
        }
        certificates.add(new Declared(
                UUID.randomUUID(),
                structure.get().path("id").asText(),
                structure.get().path("name").asText(),
                use,
                name,
                certificate.get().getSubjectX500Principal().getName(),
                certificate.get().getIssuerX500Principal().getName(),
                Fingerprint.of(certificate.get()).text(),
                renewed,
                certificate.get().getNotAfter().toInstant()));
        return Answer.DONE;
    }

    /** From now on it stands for nobody. */
    public void withdraw(UUID id) {
        certificates.remove(id);
        announcing.publishEvent(new CertificateWithdrawn(id));
    }

    private boolean isInTime(X509Certificate certificate) {
        var now = clock.instant();
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && now.isBefore(certificate.getNotAfter().toInstant());
    }

    private static Optional<X509Certificate> read(String pem) {
        try {
            var read = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.strip().getBytes(US_ASCII)));
            return read instanceof X509Certificate certificate ? Optional.of(certificate) : Optional.empty();
        } catch (CertificateException broken) {
            return Optional.empty();
        }
    }
}
