package org.parvis.fhir.index;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A code or an identifier, with or without the system it belongs to.
 *
 * @param texts what {@code :text} searches: display, text of the concept, text of the identifier's type
 */
public record TokenValue(@Nullable String system, @Nullable String code, Set<String> texts) implements IndexValue {

    public TokenValue {
        texts = Set.copyOf(texts);
    }

    /** A code without text. */
    public static TokenValue of(@Nullable String system, String code) {
        return new TokenValue(system, code, Set.of());
    }
}
