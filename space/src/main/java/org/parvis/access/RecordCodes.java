package org.parvis.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.parvis.fhir.rest.FhirEndpoint;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * How citizens whose birth did not tell their record reach it: a professional who has their identity document before them
 * hands them a code, and they type it.
 */
@Component
public class RecordCodes {

    public static final Duration PATIENCE = Duration.ofDays(7);

    private final SecureRandom random = new SecureRandom();
    private final PostgresRecordCodes codes;
    private final PostgresAccounts accounts;
    private final FhirEndpoint endpoint;
    private final Gate gate;
    private final ServerKey key;
    private final ApplicationEventPublisher announcing;
    private final InstantSource clock;

    RecordCodes(
            PostgresRecordCodes codes,
            PostgresAccounts accounts,
            FhirEndpoint endpoint,
            Gate gate,
            ServerKey key,
            ApplicationEventPublisher announcing,
            InstantSource clock) {
        this.codes = codes;
        this.accounts = accounts;
        this.endpoint = endpoint;
        this.gate = gate;
        this.key = key;
        this.announcing = announcing;
        this.clock = clock;
    }

    /** What comes of a code that a citizen typed. */
    public sealed interface Answer {
        /** This patient's record is theirs from now on. */
        record Tied(String patient) implements Answer {}

        /** No such code, or it is over, or they have a record already. */
        record Wrong() implements Answer {}

        /** Too many were tried: the next has to wait this long. */
        record Wait(Duration time) implements Answer {}
    }

    /** Whether this visitor may hand out codes at all. */
    public boolean mayHandOver(Visitor visitor) {
        return !visitor.bound()
                && visitor.position().isPresent()
                && visitor.caller().person().isPresent();
    }

    /** A code for the person of this record, in place of any before; empty for whoever may not see the record. */
    public Optional<String> handOver(Visitor professional, String patient) {
        if (!mayHandOver(professional)
                || professional.at(endpoint).read("Patient", patient).isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant();
        var code = SpokenCode.random(random);
        codes.keep(mark(code), patient, now.plus(PATIENCE), now);
        announcing.publishEvent(new AccessEvent.RecordCodeHandedOver(professional, patient, now));
        return Optional.of(code.text());
    }

    /** Ties an account to the record that a code names. */
    public Answer use(Session session, String typed) {
        var account = session.account();
        var wait = gate.tryRecordCode(account.id(), session.origin());
        if (wait.isPositive()) {
            return new Answer.Wait(wait);
        }
        if (account.audience() != Visitor.Audience.CITIZEN || account.person().isPresent()) {
            return new Answer.Wrong();
        }
        var now = clock.instant();
        var patient = codes.take(mark(SpokenCode.typed(typed)), now);
        if (patient.isEmpty()) {
            return new Answer.Wrong();
        }
        gate.passRecordCode(account.id(), session.origin());
        accounts.standFor(account.id(), "Patient/" + patient.get());
        announcing.publishEvent(new AccessEvent.RecordTied(session, patient.get(), now));
        return new Answer.Tied(patient.get());
    }

    // So few signs can be guessed from their hash: the server's key is in the mark.
    private byte[] mark(SpokenCode code) {
        return key.mark("record code " + code.signs());
    }
}
