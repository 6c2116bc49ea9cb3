package org.parvis.authority;

import java.util.List;
import java.util.Optional;
import org.parvis.access.Account;
import org.parvis.access.Deputies;
import org.parvis.access.Deputy;
import org.parvis.access.Position;
import org.parvis.access.Positions;

/** Shows people which software acts for them, on the page of their sessions. */
final class ActingSoftware implements Deputies {

    private final Approvals approvals;
    private final PostgresSoftware software;
    private final Positions positions;

    ActingSoftware(Approvals approvals, PostgresSoftware software, Positions positions) {
        this.approvals = approvals;
        this.software = software;
        this.positions = positions;
    }

    @Override
    public List<Deputy> of(Account account) {
        return approvals.of(account.id()).stream()
                .map(given -> new Deputy(
                        software.find(given.software()).map(Software::name).orElse(given.software()),
                        structure(account, given),
                        given.givenAt(),
                        given.endsAt(),
                        "/autorisations/%s/fin".formatted(given.id())))
                .toList();
    }

    private Optional<String> structure(Account account, Approval given) {
        return account.person()
                .flatMap(person -> given.position().flatMap(role -> positions.find(person, role)))
                .map(Position::structureName);
    }
}
