package org.parvis.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.parvis.access.Position;
import org.parvis.access.Visitor;
import org.parvis.web.Guest;
import org.parvis.web.Guests;
import org.springframework.stereotype.Component;

/** Shows the visitor in the header of each page. */
@Component
class VisitorGuests implements Guests {

    @Override
    public Optional<Guest> of(HttpServletRequest request) {
        return Visitor.of(request)
                .map(visitor -> new Guest(
                        visitor.name(),
                        visitor.position().map(Position::structureName).orElse(""),
                        visitor.audience() == Visitor.Audience.OPERATOR));
    }
}
