package org.parvis.access;

import java.time.InstantSource;
import org.parvis.access.Invitation.Place;
import org.springframework.stereotype.Component;

/** Puts somebody into the position that an invitation promised. */
@Component
final class Appointment {

    private final StaffDirectory staff;
    private final PostgresAccounts accounts;
    private final PostgresReferents referents;
    private final InstantSource clock;

    Appointment(StaffDirectory staff, PostgresAccounts accounts, PostgresReferents referents, InstantSource clock) {
        this.staff = staff;
        this.accounts = accounts;
        this.referents = referents;
        this.clock = clock;
    }

    void take(Account account, Place place) {
        var person = account.person().orElseGet(() -> newPerson(account));
        staff.addPosition(person, place, Families.title(place.family()));
        referents.confirm(account.id(), place.structure(), clock.instant());
        if (place.referent()) {
            referents.add(account.id(), place.structure(), clock.instant());
        }
    }

    private String newPerson(Account account) {
        var person = staff.addPerson(account.name());
        accounts.standFor(account.id(), person);
        return person;
    }
}
