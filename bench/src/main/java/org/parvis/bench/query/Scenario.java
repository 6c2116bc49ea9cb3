package org.parvis.bench.query;

import java.util.Optional;

/** A way of making a search out of a resource drawn from the corpus; some resources do not lend themselves to it. */
@FunctionalInterface
interface Scenario {

    Optional<Query> from(Holding drawn);
}
