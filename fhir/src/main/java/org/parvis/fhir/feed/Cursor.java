package org.parvis.fhir.feed;

import java.time.Instant;
import java.util.Optional;
import org.parvis.fhir.store.Change.Position;

/**
 * How far a named consumer has read.
 *
 * @param position all changes up to here were handled
 * @param owner the node that consumes now
 * @param movedAt when it last advanced
 * @param trouble what keeps it from advancing
 */
public record Cursor(
        String name, Position position, Optional<String> owner, Optional<Instant> movedAt, Optional<Trouble> trouble) {}
