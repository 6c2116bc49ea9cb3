package org.parvis.database;

import java.nio.file.Path;
import java.time.Duration;

/** The process that is killed while its PostgreSQL runs: it commits a row, says so, and waits for its end. */
final class KilledParvis {

    private KilledParvis() {}

    public static void main(String[] arguments) throws Exception {
        var postgres = EmbeddedPostgres.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        try (var connection = postgres.address().connect();
                var statement = connection.createStatement()) {
            statement.execute("delete from visit where reason = 'killed'");
            statement.execute("insert into visit values ('killed')");
        }
        System.out.println("ready");
        Thread.sleep(Duration.ofMinutes(1));
    }
}
