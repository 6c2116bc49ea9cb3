package org.parvis.database;

/** The settings of the embedded PostgreSQL. An operator overrides them with {@code ALTER SYSTEM}. */
final class PostgresConfiguration {

    // Beside the pool: an operator's own session, a backup, and those PostgreSQL keeps for superusers.
    private static final int OTHER_SESSIONS = 14;

    private PostgresConfiguration() {}

    /** The file's text, for a server that opens at most this many connections. */
    static String text(int connections) {
        return """
                # Written by Parvis at each start. To change a setting, use ALTER SYSTEM: it is kept, and wins.

                # Durability: a write is acknowledged once it is on the disk.
                fsync = on
                synchronous_commit = on
                full_page_writes = on

                # Only this machine, only with the password in ../password.
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = %d
                # A query whose caller is gone is given up.
                client_connection_check_interval = 5s

                # Two cores and a few gigabytes, shared with the server.
                shared_buffers = 256MB
                effective_cache_size = 2GB
                work_mem = 16MB
                maintenance_work_mem = 128MB
                wal_buffers = 16MB
                max_wal_size = 2GB
                checkpoint_timeout = 15min
                random_page_cost = 1.1
                # Queries are short: a second process or a compiler would cost more than it saves.
                max_parallel_workers_per_gather = 0
                jit = off

                # A week of logs. No statement and no value of a row in them: they are people's health.
                logging_collector = on
                log_directory = '../log'
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = 1d
                log_rotation_size = 0
                log_error_verbosity = terse
                log_min_error_statement = panic
                """.formatted(connections + OTHER_SESSIONS);
    }
}
