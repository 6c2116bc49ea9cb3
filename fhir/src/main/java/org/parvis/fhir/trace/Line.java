package org.parvis.fhir.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parvis.fhir.store.ResourceKey;

/**
 * One access as it is written down: an entry at its place in the trace, of whose resources only the numbers are kept.
 *
 * @param version of the resource, when there is a single one; else 0
 * @param patients whom the access was about, as far as each resource names a single one
 * @param shared resources that are about several patients, whom the database knows
 * @param about Patients whom it was about though nothing of theirs was shown
 */
record Line(
        TraceId id,
        Asker asker,
        String address,
        String session,
        Action action,
        Outcome outcome,
        String type,
        int version,
        List<Long> resources,
        List<Long> patients,
        List<Long> shared,
        Set<ResourceKey> about,
        String detail) {

    static Line of(Entry entry, long number) {
        return new Line(
                new TraceId(entry.moment(), number),
                Asker.of(entry.caller()),
                entry.origin().address().orElse(""),
                entry.origin().session().orElse(""),
                entry.action(),
                entry.outcome(),
                entry.type(),
                entry.version(),
                List.copyOf(entry.resources()),
                List.copyOf(entry.patients()),
                List.copyOf(entry.shared()),
                entry.about(),
                entry.detail());
    }

    /** The same line, also about these patients. */
    Line alsoAbout(List<Long> more) {
        var all = new TreeSet<>(patients);
        all.addAll(more);
        return new Line(
                id,
                asker,
                address,
                session,
                action,
                outcome,
                type,
                version,
                resources,
                new ArrayList<>(all),
                shared,
                about,
                detail);
    }

    boolean concernsSeveral() {
        return !shared.isEmpty() || patients.size() > 1;
    }

    /** The one patient whom it is about; 0 for nobody, and for several. */
    long patient() {
        return concernsSeveral() || patients.isEmpty() ? 0 : patients.getFirst();
    }
}
