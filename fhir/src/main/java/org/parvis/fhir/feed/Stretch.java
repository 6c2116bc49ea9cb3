package org.parvis.fhir.feed;

import java.util.List;
import org.parvis.fhir.store.Change;
import org.parvis.fhir.store.Change.Position;

/**
 * A piece of the feed as one reader sees it.
 *
 * @param changes those told to this reader, oldest first
 * @param reached where to go on reading; past the last change when later ones were left out
 * @param isLast whether nothing settled follows
 */
public record Stretch(List<Change> changes, Position reached, boolean isLast) {

    public Stretch {
        changes = List.copyOf(changes);
    }
}
