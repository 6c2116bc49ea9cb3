package org.parvis.records;

import java.util.Optional;
import org.parvis.web.When;

/**
 * A document about a patient, as the list of documents tells it.
 *
 * @param type what it is: "Lettre de liaison"
 * @param author who wrote it, or the establishment that keeps it
 * @param format its media type, such as {@code application/pdf}
 * @param readable whether its content is kept here
 */
public record Document(
        String id,
        Optional<String> type,
        Optional<String> title,
        Optional<When> when,
        Optional<String> author,
        State state,
        String format,
        boolean readable) {

    /** Where a document is in its life. */
    public enum State {
        CURRENT,
        /** A later version took its place. */
        REPLACED
    }

    /** What the list shows first. */
    public Optional<String> name() {
        return title.or(() -> type);
    }
}
