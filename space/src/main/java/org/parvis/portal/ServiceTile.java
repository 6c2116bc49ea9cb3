package org.parvis.portal;

import java.util.Optional;
import java.util.OptionalLong;
import org.parvis.access.Visitor;

/** A service on the home page of those who have rights on it, with what waits for them there; each service adds its own. */
public interface ServiceTile {

    /** Where it stands among the others: smaller comes first. */
    int order();

    /** What this visitor is shown; empty when the service is not for them. */
    Optional<Tile> of(Visitor visitor);

    /**
     * A tile as it is shown.
     *
     * @param count what waits there; empty when nothing can
     * @param counted what is counted, as it is shown: "reçus depuis sept jours"
     * @param late whether something waits longer than it should
     */
    record Tile(String address, String title, String text, OptionalLong count, String counted, boolean late) {}
}
