package org.parvis.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.parvis.access.Invitation.Place;
import org.parvis.access.StaffDirectory.Employment;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a structure's referents do: they invite its people, suspend and end their positions, and confirm them each year. */
@Component
public class Referents {

    private static final Duration TO_ACCEPT = Duration.ofDays(7);
    private static final Duration TO_CONFIRM = Duration.ofDays(365);

    private final SecureRandom random = new SecureRandom();
    private final PostgresReferents referents;
    private final PostgresAccounts accounts;
    private final PostgresInvitations invitations;
    private final StaffDirectory staff;
    private final Sessions sessions;
    private final ApplicationEventPublisher announcing;
    private final InstantSource clock;

    Referents(
            PostgresReferents referents,
            PostgresAccounts accounts,
            PostgresInvitations invitations,
            StaffDirectory staff,
            Sessions sessions,
            ApplicationEventPublisher announcing,
            InstantSource clock) {
        this.referents = referents;
        this.accounts = accounts;
        this.invitations = invitations;
        this.staff = staff;
        this.sessions = sessions;
        this.announcing = announcing;
        this.clock = clock;
    }

    /** A structure and its people, as its referent sees them. */
    public record Team(String structure, String name, List<Colleague> colleagues, List<Invitation> invited) {}

    /**
     * One person's position in a structure.
     *
     * @param role the PractitionerRole
     * @param login empty when they have no account
     * @param confirmedAt when the position was last confirmed
     * @param toConfirm whether that was more than a year ago
     */
    public record Colleague(
            String role,
            String name,
            String title,
            Optional<String> login,
            Standing standing,
            Optional<Instant> confirmedAt,
            boolean toConfirm) {}

    /** Whether a position serves. */
    public enum Standing {
        ACTIVE,
        SUSPENDED,
        OVER
    }

    /** What can be done to a position. */
    public enum Deed {
        SUSPEND,
        RESTORE,
        END,
        CONFIRM
    }

    /** A structure that somebody manages, and its name. */
    public record Managed(String structure, String name) {}

    /** The structures that this person manages: theirs, or for an operator those whose name holds this text. */
    public List<Managed> managed(Account account, String text) {
        var structures = account.audience() == Visitor.Audience.OPERATOR
                ? staff.structures(text)
                : referents.structuresOf(account.id()).stream()
                        .flatMap(id -> staff.structure(id).stream())
                        .toList();
        return structures.stream()
                .map(structure -> new Managed(structure.id(), structure.name()))
                .toList();
    }

    /** The people of a structure; empty for whoever does not manage it. */
    public Optional<Team> team(Account account, String structure) {
        if (!manages(account, structure)) {
            return Optional.empty();
        }
        var confirmations = referents.confirmations(structure);
        var colleagues = staff.of(structure).stream()
                .map(employment -> {
                    var known = accounts.of(employment.person()).stream().findFirst();
                    return colleague(employment, known, known.map(Account::id).map(confirmations::get));
                })
                .toList();
        return staff.structure(structure)
                .map(found -> new Team(
                        structure, found.name(), colleagues, invitations.waitingIn(structure, clock.instant())));
    }

    /** Invites somebody into a structure: the link's secret; empty for whoever does not manage it. */
    public Optional<Secret> invite(Account by, String name, String mail, Place place) {
        if (!manages(by, place.structure())) {
            return Optional.empty();
        }
        var secret = Secret.random(random);
        var now = clock.instant();
        var invitation = new Invitation(
                Visitor.Audience.PROFESSIONAL,
                Optional.of(name),
                Optional.of(mail),
                Optional.of(place),
                Optional.empty(),
                Optional.of(by.id()),
                now.plus(TO_ACCEPT));
        invitations.add(secret, invitation);
        announcing.publishEvent(new AccessEvent.PersonInvited(by, invitation, now));
        return Optional.of(secret);
    }

    /** Does this to a position; false when it is not one of a structure that they manage. */
    public boolean act(Account by, String structure, String role, Deed deed) {
        var employment = manages(by, structure)
                ? staff.of(structure).stream()
                        .filter(found -> found.role().equals(role))
                        .findFirst()
                : Optional.<Employment>empty();
        employment.ifPresent(found -> act(by, structure, found, deed));
        return employment.isPresent();
    }

    private void act(Account by, String structure, Employment employment, Deed deed) {
        var held = accounts.of(employment.person());
        switch (deed) {
            case SUSPEND -> {
                staff.suspend(employment.role());
                held.forEach(account -> leave(account, Account.State.SUSPENDED));
            }
            case END -> {
                staff.end(employment.role());
                held.forEach(account -> leave(account, Account.State.CLOSED));
            }
            case RESTORE -> {
                staff.restore(employment.role());
                held.stream()
                        .filter(account -> account.state() == Account.State.SUSPENDED)
                        .forEach(account -> accounts.turn(account.id(), Account.State.ACTIVE));
            }
            case CONFIRM -> held.forEach(account -> referents.confirm(account.id(), structure, clock.instant()));
        }
        announcing.publishEvent(
                new AccessEvent.PositionManaged(by, structure, employment.role(), deed, clock.instant()));
    }

    /** Whoever has no place left has no account left; all their sessions end with it. */
    private void leave(Account account, Account.State state) {
        if (account.audience() == Visitor.Audience.PROFESSIONAL
                && sessions.positions(account).isEmpty()) {
            accounts.turn(account.id(), state);
            sessions.closeAll(account);
        }
    }

    private boolean manages(Account account, String structure) {
        return account.audience() == Visitor.Audience.OPERATOR
                || referents.structuresOf(account.id()).contains(structure);
    }

    private Colleague colleague(Employment employment, Optional<Account> account, Optional<Instant> confirmedAt) {
        var standing = employment.over() ? Standing.OVER : employment.active() ? Standing.ACTIVE : Standing.SUSPENDED;
        return new Colleague(
                employment.role(),
                employment.name(),
                employment.title(),
                account.map(Account::login),
                standing,
                confirmedAt,
                standing != Standing.OVER
                        && confirmedAt
                                .filter(moment ->
                                        moment.isBefore(clock.instant().minus(TO_CONFIRM)))
                                .isPresent());
    }
}
