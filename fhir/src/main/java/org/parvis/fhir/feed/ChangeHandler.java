package org.parvis.fhir.feed;

import java.util.List;
import org.parvis.fhir.store.Change;

/** What a consumer of the feed does with changes. Each is handed over at least once, in order. */
@FunctionalInterface
public interface ChangeHandler {

    /** Does what these changes ask for; whatever it throws, they are handed over again later. */
    void handle(List<Change> changes) throws Exception;

    /** This node has become the one that consumes; tried again when it throws. */
    default void begin() throws Exception {}

    /** This node is no longer the one that consumes, or never quite began; begin may come again. */
    default void end() {}
}
