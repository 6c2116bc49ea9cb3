package org.parvis.bench.peer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;

/** The peer's own PostgreSQL: the binaries and the durability of the one that Parvis embeds, in a folder of its own. */
final class PeerDatabase {
    private final EmbeddedPostgres postgres;
    private final HikariDataSource pool;

    private PeerDatabase(EmbeddedPostgres postgres, HikariDataSource pool) {
        this.postgres = postgres;
        this.pool = pool;
    }

    static PeerDatabase start(Path data) throws IOException {
        Files.createDirectories(data);
        var folder = data.resolve("postgres");
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
        PeerDatabaseTuning.VALUES.forEach(builder::setServerConfig);
        var postgres = builder.start();
        return new PeerDatabase(postgres, pool(postgres));
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres) {
        var config = new HikariConfig();
        config.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        config.setMaximumPoolSize(20);
        return new HikariDataSource(config);
    }

    DataSource source() {
        return pool;
    }

    void stop() {
        pool.close();
        try {
            postgres.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
