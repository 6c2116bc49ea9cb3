package org.parvis.federation;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parvis.access.Origin;
import org.parvis.access.ProvenIdentity;
import org.parvis.access.Road;
import org.parvis.access.Secret;
import org.parvis.access.Sessions;
import org.parvis.access.Sessions.Opening;
import org.parvis.access.Visitor;
import org.parvis.certificates.CertificateWithdrawn;
import org.parvis.certificates.Certificates;
import org.parvis.certificates.Declared;
import org.parvis.certificates.Declared.Use;
import org.parvis.federation.NetworkAnswer.Reason;
import org.parvis.federation.StatementReader.Reading;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.springframework.context.event.EventListener;

/** The road of those at an establishment's workstations: its gateway vouches for them, and they need no card. */
public final class Network {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private final Certificates certificates;
    private final StatementReader reader;
    private final PostgresPasses passes;
    private final PostgresStays stays;
    private final FhirEndpoint store;
    private final Sessions sessions;
    private final InstantSource clock;

    Network(
            Certificates certificates,
            StatementReader reader,
            PostgresPasses passes,
            PostgresStays stays,
            FhirEndpoint store,
            Sessions sessions,
            InstantSource clock) {
        this.certificates = certificates;
        this.reader = reader;
        this.passes = passes;
        this.stays = stays;
        this.store = store;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Hears a gateway announce somebody, behind their browser's back. */
    public NetworkAnswer announce(HttpServletRequest request, String statement) {
        var gateway = certificates.find(request, Use.GATEWAY);
        return gateway.isPresent()
                ? announce(gateway.get(), Certificates.shown(request).orElseThrow(), statement)
                : new NetworkAnswer.Refused(Reason.UNKNOWN_GATEWAY);
    }

    private NetworkAnswer announce(Declared gateway, X509Certificate certificate, String statement) {
        var now = clock.instant();
        return switch (reader.read(statement, certificate, issuer(gateway.structure()), now)) {
            case Reading.Doubted(var reason) -> new NetworkAnswer.Refused(reason);
            case Reading.Believed(var believed) -> {
                var secret = Secret.random(random);
                var pass = new Pass(gateway.id(), gateway.structure(), believed.member(), believed.family());
                yield passes.add(secret, pass, believed.id(), now.plus(PATIENCE), now)
                        ? new NetworkAnswer.Expected(secret)
                        : new NetworkAnswer.Refused(Reason.REPLAYED);
            }
        };
    }

    /** Receives somebody whom a gateway announced: what their browser keeps; empty when it was not, or too long ago. */
    public Optional<Secret> receive(Secret shown, Origin origin) {
        return passes.take(shown, clock.instant()).flatMap(pass -> open(pass, origin));
    }

    private Optional<Secret> open(Pass pass, Origin origin) {
        var member = pass.member();
        var issuer = issuer(pass.structure());
        new ToldStaff(store.as(Caller.system()), issuer, pass.structure()).keep(member, Set.of(pass.family()));
        var identity = new ProvenIdentity(
                Road.NETWORK,
                issuer,
                member.subject(),
                member.name(),
                Visitor.Audience.PROFESSIONAL,
                Optional.of(member.number().token()),
                Optional.empty(),
                false,
                List.of(pass.structure()));
        if (sessions.open(identity, origin) instanceof Opening.Opened(var session, var secret)) {
            stays.add(session.id(), pass.gateway().toString(), member.subject(), "", "");
            return Optional.of(secret);
        }
        return Optional.empty();
    }

    /** Ends what a gateway opened whose certificate was withdrawn. */
    @EventListener
    public void hear(CertificateWithdrawn withdrawn) {
        stays.takeAll(withdrawn.certificate().toString()).forEach(sessions::leave);
    }

    // The structure's, not the certificate's: people stay themselves when it is renewed.
    private static String issuer(String structure) {
        return "urn:parvis:network:" + structure;
    }
}
