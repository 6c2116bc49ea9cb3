package org.parvis.trace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.parvis.access.AccessEvent;
import org.parvis.access.Account;
import org.parvis.access.Session;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.trace.Action;
import org.parvis.fhir.trace.Entry;
import org.parvis.fhir.trace.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes into the trace who came in, who left, and who was kept out. */
@Component
class Doorkeeping {

    private final FhirEndpoint endpoint;

    Doorkeeping(FhirEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    // Heard where it is told: nobody is in before the trace knows.
    @EventListener
    void hear(AccessEvent event) {
        endpoint.trace().keep(entry(event));
    }

    private static Entry entry(AccessEvent event) {
        return switch (event) {
            case AccessEvent.SessionOpened(var session, var at) ->
                entry(at, session, Action.LOGIN, session.road().name());
            case AccessEvent.SessionClosed(var session, var closing, var at) ->
                entry(at, session, Action.LOGOUT, closing.name());
            case AccessEvent.PositionTaken(var session, var position, var at) ->
                entry(at, session, Action.ACCOUNT, "Organization/" + position.structure());
            case AccessEvent.LoginRefused(var login, var refusal, var origin, var at) ->
                entry(at, stranger(login), at(origin), Action.LOGIN, Outcome.REFUSED, refusal.name());
            case AccessEvent.AccountOpened(var account, var origin, var at) ->
                entry(at, caller(account), at(origin), Action.ACCOUNT, Outcome.SUCCESS, account.login());
            case AccessEvent.CharterAccepted(var account, var version, var at) ->
                entry(at, caller(account), Origin.here(), Action.ACCOUNT, Outcome.SUCCESS, "charter " + version);
            case AccessEvent.PersonInvited(var by, var _, var at) ->
                entry(at, caller(by), Origin.here(), Action.ACCOUNT, Outcome.SUCCESS, "invitation");
            case AccessEvent.PositionManaged(var by, var _, var role, var deed, var at) ->
                entry(
                        at,
                        caller(by),
                        Origin.here(),
                        Action.ACCOUNT,
                        Outcome.SUCCESS,
                        deed + " PractitionerRole/" + role);
            case AccessEvent.SoftwareApproved(var session, var software, var at) ->
                entry(at, session, Action.ACCOUNT, "approved " + software);
            case AccessEvent.SoftwareWithdrawn(var session, var software, var at) ->
                entry(at, session, Action.ACCOUNT, "withdrew " + software);
            case AccessEvent.PasswordRenewed(var account, var origin, var at) ->
                entry(at, caller(account), at(origin), Action.ACCOUNT, Outcome.SUCCESS, "password");
            case AccessEvent.AccountClosed(var account, var origin, var at) ->
                entry(at, caller(account), at(origin), Action.ACCOUNT, Outcome.SUCCESS, "closed");
            case AccessEvent.RecordCodeHandedOver(var by, var patient, var at) ->
                entry(at, by.caller(), Origin.here(), Action.ACCOUNT, Outcome.SUCCESS, "record code")
                        .about(Set.of(new ResourceKey("Patient", patient)));
            case AccessEvent.RecordTied(var session, var patient, var at) ->
                entry(at, session, Action.ACCOUNT, "record").about(Set.of(new ResourceKey("Patient", patient)));
        };
    }

    private static Entry entry(Instant at, Session session, Action action, String detail) {
        var origin = new Origin(
                Optional.of(session.origin().address()),
                Optional.of(session.id().toString()));
        return entry(at, caller(session.account()), origin, action, Outcome.SUCCESS, detail);
    }

    private static Entry entry(
            Instant at, Caller caller, Origin origin, Action action, Outcome outcome, String detail) {
        return Entry.of(ChronoUnit.MICROS.between(Instant.EPOCH, at), caller, origin, action, outcome, "", detail);
    }

    private static Caller caller(Account account) {
        return new Caller(account.name(), account.person(), Optional.empty(), Purpose.SUPPORT, Permit.everything());
    }

    private static Caller stranger(String login) {
        return Caller.program(login, Optional.empty(), Permit.everything());
    }

    private static Origin at(org.parvis.access.Origin origin) {
        return Origin.at(origin.address());
    }
}
