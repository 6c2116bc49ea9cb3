package org.parvis.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL on which the store stands, open for the life of the server. */
public final class Database implements AutoCloseable {

    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(10);

    private final HikariDataSource connections;
    private final DatabaseFacts facts;
    private final String place;
    private final @Nullable EmbeddedPostgres embedded;

    private Database(
            HikariDataSource connections, DatabaseFacts facts, String place, @Nullable EmbeddedPostgres embedded) {
        this.connections = connections;
        this.facts = facts;
        this.place = place;
        this.embedded = embedded;
    }

    /** Opens the external database, or starts the embedded one when the settings name none. */
    public static Database open(DatabaseSettings settings) {
        var url = settings.url();
        if (url != null) {
            return connect(
                    settings.connections(), new DatabaseAddress(url, settings.user(), settings.password()), url, null);
        }
        var embedded = EmbeddedPostgres.start(settings.folder(), settings.connections());
        try {
            return connect(
                    settings.connections(),
                    embedded.address(),
                    settings.folder().toString(),
                    embedded);
        } catch (RuntimeException failure) {
            embedded.close();
            throw failure;
        }
    }

    /** Opens the database beside the server that may be using it now; the embedded one is started when nobody runs it. */
    public static Database beside(DatabaseSettings settings) {
        return settings.url() == null
                ? EmbeddedPostgres.running(settings.folder())
                        .map(address -> connect(2, address, settings.folder().toString(), null))
                        .orElseGet(() -> open(settings))
                : open(settings);
    }

    private static Database connect(
            int size, DatabaseAddress address, String place, @Nullable EmbeddedPostgres embedded) {
        DatabaseFacts facts;
        try (var connection = address.connect()) {
            facts = DatabaseFacts.of(connection).recentEnough(place);
        } catch (SQLException failure) {
            throw new DatabaseRefused(
                    "PostgreSQL at %s does not answer: %s".formatted(place, failure.getMessage()), failure);
        }
        return new Database(pool(size, address), facts, place, embedded);
    }

    private static HikariDataSource pool(int size, DatabaseAddress address) {
        var config = new HikariConfig();
        config.setPoolName("parvis");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(size);
        // Connections are opened as the load asks for them: a start does not pay for sixteen.
        config.setMinimumIdle(2);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        // The database was seen answering just before: the pool need not be tried at once.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    public DataSource connections() {
        return connections;
    }

    public DatabaseFacts facts() {
        return facts;
    }

    /** The external server's address, or the embedded one's folder. */
    public String place() {
        return place;
    }

    public boolean embedded() {
        return embedded != null;
    }

    /** Gives the connections back, then stops PostgreSQL if it is the embedded one. */
    @Override
    public void close() {
        connections.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
