package org.parvis.fhir.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;

/** Keys that the store makes for itself, once per database, so that every node signs and reads alike. */
final class Secrets {

    private static final int BYTES = 32;

    private Secrets() {}

    static byte[] key(Connection connection, String name, SecureRandom random) throws SQLException {
        byte[] fresh = new byte[BYTES];
        random.nextBytes(fresh);
        Statements.update(
                connection,
                new Sql("insert into fhir.secret (name, key) values (?, ?) on conflict do nothing", name, fresh));
        return Statements.one(
                connection, new Sql("select key from fhir.secret where name = ?", name), row -> row.getBytes(1));
    }
}
