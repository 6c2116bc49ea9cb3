package org.parvis.bench.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets users in by writing their sessions where Parvis keeps them: how people come in is not what is measured here. */
final class Sessions implements AutoCloseable {
    private static final String ACCOUNT = """
            insert into access.account (id, login, name, audience, person, state, created_at)
            values (?, ?, ?, ?, ?, 'ACTIVE', now())
            """;
    /** A version that is ahead of any charter. */
    private static final String CHARTER = """
            insert into access.acceptance (account, version, accepted_at) values (?, 1000, now())
            """;

    private static final String TOUR = "insert into portal.toured (person, at) values (?, now())";

    private static final String SESSION = """
            insert into access.session
                (id, secret, account, road, second_factor, position, address, browser, opened_at, seen_at, ends_at)
            values (?, ?, ?, 'LOCAL', true, ?, '127.0.0.1', 'bench', now(), now(), now() + interval '12 hours')
            """;

    private final PreparedStatement account;
    private final PreparedStatement charter;
    private final PreparedStatement tour;
    private final PreparedStatement session;

    Sessions(Connection database) throws SQLException {
        this.account = database.prepareStatement(ACCOUNT);
        this.charter = database.prepareStatement(CHARTER);
        this.tour = database.prepareStatement(TOUR);
        this.session = database.prepareStatement(SESSION);
    }

    /** Lets in somebody who has been here before: they accepted the charter and were shown around. */
    Browser open(User user) throws SQLException {
        var id = UUID.randomUUID();
        var secret = UUID.randomUUID().toString();
        var audience = user.isProfessional() ? "PROFESSIONAL" : "CITIZEN";
        run(account, id, user.person(), user.person(), audience, user.person());
        run(charter, id);
        run(tour, user.person());
        run(session, UUID.randomUUID(), hash(secret), id, user.role().orElse(null));
        return new Browser(user, secret);
    }

    private static void run(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        statement.executeUpdate();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var statement : new PreparedStatement[] {account, charter, tour, session}) {
            statement.close();
        }
    }
}
