package org.parvis.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is.
 *
 * @param url JDBC address of an external PostgreSQL; without it Parvis runs its own
 * @param folder where the embedded PostgreSQL keeps its data and binaries
 * @param connections how many connections the server opens at most
 */
@ConfigurationProperties("parvis.database")
public record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("data/postgres") Path folder,
        @DefaultValue("16") int connections) {

    public DatabaseSettings {
        if (connections < 2) {
            throw new IllegalArgumentException("parvis.database.connections must be 2 or more, not " + connections);
        }
    }
}
