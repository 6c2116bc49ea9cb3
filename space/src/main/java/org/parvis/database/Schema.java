package org.parvis.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One module's own tables.
 *
 * @param sql asks and changes them; outside a transaction, each statement is committed by itself
 * @param transactions runs statements that are committed together, or not at all when anything is thrown
 */
public record Schema(JdbcClient sql, TransactionOperations transactions) {

    /** Opens the schema that bears a module's name, after bringing it up to {@code db/migration/<module>}. */
    public static Schema open(Database database, String module) {
        var connections = database.connections();
        Flyway.configure()
                .dataSource(connections)
                .schemas(module)
                .locations("classpath:db/migration/" + module)
                .load()
                .migrate();
        return new Schema(
                JdbcClient.create(connections), new TransactionTemplate(new JdbcTransactionManager(connections)));
    }

    /** A moment as the driver takes it, to the microsecond: PostgreSQL would round it up, into the future. */
    public static OffsetDateTime moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** The moment in this column. */
    public static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
