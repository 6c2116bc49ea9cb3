package org.parvis.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.parvis.access.Position;
import org.parvis.access.Positions;
import org.parvis.access.Visitor;
import org.parvis.web.Guest;
import org.parvis.web.Guest.Workplace;
import org.parvis.web.Guests;
import org.springframework.stereotype.Component;

/** Shows the visitor, and where they can act, in the header of each page. */
@Component
class VisitorGuests implements Guests {

    private final Positions positions;

    VisitorGuests(Positions positions) {
        this.positions = positions;
    }

    @Override
    public Optional<Guest> of(HttpServletRequest request) {
        return Visitor.of(request)
                .map(visitor -> new Guest(
                        visitor.name(), visitor.audience() == Visitor.Audience.OPERATOR, workplaces(visitor)));
    }

    private List<Workplace> workplaces(Visitor visitor) {
        var current = visitor.position().map(Position::role);
        return current.isEmpty()
                ? List.of()
                : positions(visitor).stream()
                        .map(position -> new Workplace(
                                position.role(),
                                position.structureName(),
                                position.title(),
                                current.get().equals(position.role())))
                        .toList();
    }

    private List<Position> positions(Visitor visitor) {
        return visitor.bound()
                ? visitor.position().stream().toList()
                : visitor.caller().person().map(positions::of).orElse(List.of());
    }
}
