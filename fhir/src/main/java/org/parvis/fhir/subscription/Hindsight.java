package org.parvis.fhir.subscription;

import java.sql.Savepoint;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.store.Database;
import org.parvis.fhir.store.Method;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Version;

/** Looks at the store as if former versions of some resources were the current ones, and leaves no trace. */
final class Hindsight {

    private final Store store;

    Hindsight(Store store) {
        this.store = store;
    }

    /**
     * Does what the question asks with these versions in place.
     *
     * @param versions of each resource at most one, none a deletion
     */
    <T> T with(Collection<Version> versions, Database.Work<T> question) {
        return store.write(ledger -> {
            Savepoint asItIs = ledger.connection().setSavepoint();
            try {
                ledger.lock(versions.stream().map(Version::key).collect(Collectors.toCollection(TreeSet::new)));
                for (Version version : versions) {
                    var resource = ledger.tree(version);
                    ledger.current(version.key())
                            .ifPresentOrElse(
                                    current -> ledger.replace(current, resource, Method.UPDATE),
                                    () -> ledger.create(version.key(), resource, Method.UPDATE, Caller.system()));
                }
                ledger.write();
                return question.on(ledger.connection());
            } finally {
                ledger.connection().rollback(asItIs);
            }
        });
    }
}
