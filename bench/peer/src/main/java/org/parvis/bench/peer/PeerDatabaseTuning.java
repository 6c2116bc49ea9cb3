package org.parvis.bench.peer;

import java.util.Map;

/** The memory that the peer's PostgreSQL is given: what Parvis gives its own, so that neither gains from tuning. */
final class PeerDatabaseTuning {

    static final Map<String, String> VALUES = Map.of("max_connections", "100");

    private PeerDatabaseTuning() {}
}
