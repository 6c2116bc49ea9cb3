package org.parvis.fhir.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.Statements;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Version;
import org.parvis.fhir.transact.Deed;
import org.parvis.fhir.transact.Done;
import org.parvis.fhir.transact.Witness;

/** Keeps who wrote each version of a Subscription, in the transaction that writes it. */
final class Authors implements Witness {

    private final Store store;

    Authors(Store store) {
        this.store = store;
    }

    @Override
    public void see(Connection connection, List<Deed> deeds) throws SQLException {
        for (Deed deed : deeds) {
            for (Done each : deed.done()) {
                Optional<Version> written = each.version().filter(version -> isWritten(each, version));
                if (written.isPresent()) {
                    keep(
                            connection,
                            written.get(),
                            new Author(deed.unit().base(), deed.unit().caller()));
                }
            }
        }
    }

    private static boolean isWritten(Done done, Version version) {
        return version.key().type().equals(SubscriptionResources.TYPE)
                && (done.kind() == Done.Kind.CREATED || done.kind() == Done.Kind.UPDATED);
    }

    private void keep(Connection connection, Version version, Author author) throws SQLException {
        Statements.update(
                connection,
                new Sql(
                        "insert into fhir.subscription_author (rid, version, base, caller) values (?, ?, ?, ?)",
                        version.place().rid(),
                        version.number(),
                        author.base(),
                        new String(store.bodies().write(author.callerJson()), UTF_8)));
    }

    /** The author of a version; empty when the server wrote it itself. */
    Optional<Author> of(Connection connection, long rid, int version) throws SQLException {
        return Statements.first(
                connection,
                new Sql(
                        "select base, caller from fhir.subscription_author where rid = ? and version = ?",
                        rid,
                        version),
                row -> Author.read(
                        row.getString(1), store.bodies().read(row.getString(2).getBytes(UTF_8))));
    }

    /** The latest version that somebody wrote. */
    int latest(Connection connection, long rid) throws SQLException {
        return Statements.one(
                connection,
                new Sql("select coalesce(max(version), 0) from fhir.subscription_author where rid = ?", rid),
                row -> row.getInt(1));
    }

    /** Forgets the authors of versions before this one. */
    void forget(Connection connection, long rid, int before) throws SQLException {
        Statements.update(
                connection, new Sql("delete from fhir.subscription_author where rid = ? and version < ?", rid, before));
    }
}
