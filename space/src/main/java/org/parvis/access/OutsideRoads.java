package org.parvis.access;

import java.util.List;

/** Knows by what other ways than an account of Parvis people may come in now. */
@FunctionalInterface
public interface OutsideRoads {

    List<OutsideRoad> open();
}
