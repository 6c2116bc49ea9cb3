package org.parvis.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Finds the account of whoever proved who they are; whom an outside issuer vouches for gets one on their first visit. */
@Component
final class Admission {

    private final PostgresAccounts accounts;
    private final Persons persons;
    private final ApplicationEventPublisher announcing;

    Admission(PostgresAccounts accounts, Persons persons, ApplicationEventPublisher announcing) {
        this.accounts = accounts;
        this.persons = persons;
        this.announcing = announcing;
    }

    Account accountOf(ProvenIdentity identity, Origin origin, Instant now) {
        if (identity.issuer().equals(ProvenIdentity.PARVIS)) {
            return existing(new AccountId(UUID.fromString(identity.subject())));
        }
        var id = accounts.findByIdentity(identity.issuer(), identity.subject())
                .orElseGet(() -> newcomer(identity, origin, now));
        // The directory may have learnt of them, or merged them with somebody, since they last came.
        persons.numbered(identity)
                .or(() -> identity.traits().flatMap(traits -> recordOf(id, identity.issuer(), traits)))
                .ifPresent(person -> accounts.standFor(id, person));
        return existing(id);
    }

    /** Weighed until it is found, and never again: who came in as themselves stays so, whatever others are born alike. */
    private Optional<String> recordOf(AccountId id, String issuer, Traits traits) {
        return existing(id).person().isPresent()
                ? Optional.empty()
                : persons.born(traits).filter(person -> !accounts.isVouchedFor(person, issuer));
    }

    private Account existing(AccountId id) {
        return accounts.find(id).orElseThrow();
    }

    private AccountId newcomer(ProvenIdentity identity, Origin origin, Instant now) {
        var id = AccountId.random();
        var account = new Account(
                id,
                // They never type it: they come back by the same road.
                "%s %s".formatted(identity.issuer(), identity.subject()),
                identity.name(),
                identity.audience(),
                Optional.empty(),
                Optional.empty(),
                Account.State.ACTIVE);
        accounts.add(account, now);
        accounts.know(id, identity.issuer(), identity.subject());
        announcing.publishEvent(new AccessEvent.AccountOpened(account, origin, now));
        return id;
    }
}
