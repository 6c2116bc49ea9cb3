package org.parvis.access;

import java.util.List;
import java.util.Optional;

/** Knows by what other ways than an account of Parvis people may come in now, and how they leave by them. */
public interface OutsideRoads {

    List<OutsideRoad> open();

    /**
     * Where the session ends on which this one stood, at whoever vouched for its holder; empty when it stood on none.
     *
     * @param back where they come back to afterwards
     */
    Optional<String> farewell(SessionId session, String back);
}
