package org.parvis.access;

import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;
import org.springframework.stereotype.Component;

/** Tells as whom the holder of a session acts. */
@Component
class Visitors {

    Visitor of(Session session) {
        var account = session.account();
        return new Visitor(account.name(), account.audience(), Optional.empty(), caller(account));
    }

    private static Caller caller(Account account) {
        return switch (account.audience()) {
            case OPERATOR ->
                new Caller(account.name(), account.person(), Optional.empty(), Purpose.SUPPORT, Permit.everything());
            case CITIZEN ->
                new Caller(account.name(), account.person(), Optional.empty(), Purpose.PATIENT, ownData(account));
            // Rights come from relations with a patient; without any, what is about nobody is all there is to see.
            case PROFESSIONAL ->
                new Caller(account.name(), account.person(), Optional.empty(), Purpose.CARE, Permit.patients(Set.of()));
        };
    }

    private static Permit ownData(Account account) {
        return Permit.patients(account.person()
                .filter(person -> person.startsWith("Patient/"))
                .map(person -> Set.of(person.substring("Patient/".length())))
                .orElse(Set.of()));
    }
}
