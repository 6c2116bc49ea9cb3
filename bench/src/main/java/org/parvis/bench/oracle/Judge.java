package org.parvis.bench.oracle;

import java.util.List;
import java.util.Optional;
import org.parvis.bench.query.Query;

/** Says whether matches came in the order that a search asked for, and if not, why. */
@FunctionalInterface
interface Judge {

    Optional<String> disorder(Query query, List<String> matches);
}
