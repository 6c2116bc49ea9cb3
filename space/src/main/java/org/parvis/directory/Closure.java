package org.parvis.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.parvis.web.When;

/** A time in which something is closed. */
public record Closure(String reason, Optional<When> from, Optional<When> until) {

    /** What a notAvailable says. */
    static Closure of(JsonNode closed) {
        return new Closure(
                closed.path("description").asText(),
                When.read(closed.at("/during/start").asText()),
                When.read(closed.at("/during/end").asText()));
    }

    boolean isOver(Instant now) {
        return until.filter(end -> end.day().isBefore(When.at(now).day())).isPresent();
    }
}
