package org.parvis.bench.peer;

import java.util.Map;

/** The settings of the peer's PostgreSQL: those that Parvis gives its own, so that neither gains from tuning. */
final class PeerDatabaseTuning {

    static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("effective_cache_size", "2GB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("wal_buffers", "16MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("max_parallel_workers_per_gather", "0"),
            Map.entry("jit", "off"));

    private PeerDatabaseTuning() {}
}
