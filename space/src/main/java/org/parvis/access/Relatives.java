package org.parvis.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lets those in who stand by a patient, each by an invitation of their own. */
@Component
public class Relatives {

    /** As long as a letter is kept in mind. */
    public static final Duration TO_ACCEPT = Duration.ofDays(7);

    private final SecureRandom random = new SecureRandom();
    private final PostgresRelatives relatives;
    private final PostgresInvitations invitations;
    private final PostgresAccounts accounts;
    private final InstantSource clock;

    Relatives(
            PostgresRelatives relatives,
            PostgresInvitations invitations,
            PostgresAccounts accounts,
            InstantSource clock) {
        this.relatives = relatives;
        this.invitations = invitations;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * An invitation to whoever will be this RelatedPerson: the secret of its link. An earlier one serves no more.
     *
     * @param person such as `RelatedPerson/3`
     */
    public Secret invite(String person, String name, String mail) {
        var secret = Secret.random(random);
        invitations.removeAllTo(person);
        invitations.add(
                secret, Invitation.toStandBy(person, name, mail, clock.instant().plus(TO_ACCEPT)));
        return secret;
    }

    /** Ends the invitations to be this RelatedPerson. */
    public void uninvite(String person) {
        invitations.removeAllTo(person);
    }

    /** Those among these RelatedPersons who have come in. */
    public Set<String> known(Collection<String> people) {
        return relatives.among(people);
    }

    /** Everything that stands for the holder of an account beside the person that they are. */
    Set<String> of(Account account) {
        return account.audience() == Visitor.Audience.CITIZEN ? relatives.of(account.id()) : Set.of();
    }

    /** Has the holder of an account be this RelatedPerson from now on. */
    void take(Account account, String person) {
        relatives.add(person, account.id(), clock.instant());
        if (account.person().isEmpty()) {
            accounts.standFor(account.id(), person);
        }
    }
}
