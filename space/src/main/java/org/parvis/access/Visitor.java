package org.parvis.access;

import java.util.Optional;
import org.parvis.fhir.access.Caller;

/**
 * Whoever looks at a page: who they are, as what they came in, and the structure in which they act now.
 *
 * @param name as it is shown to them and to others
 * @param position empty for citizens, and for whoever has no structure
 * @param caller what the store is asked in their name
 */
public record Visitor(String name, Audience audience, Optional<Position> position, Caller caller) {

    /** For whom pages are made. */
    public enum Audience {
        PROFESSIONAL,
        CITIZEN,
        /** Whoever runs Parvis. */
        OPERATOR
    }
}
