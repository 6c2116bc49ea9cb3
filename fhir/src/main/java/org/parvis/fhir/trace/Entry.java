package org.parvis.fhir.trace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Version;

/**
 * One access on its way into the trace.
 *
 * @param moment microseconds since 1970 UTC
 * @param type what kind of resource was asked for; empty for several or none
 * @param shown the versions that the caller sees, or has made
 * @param about Patients whom it was about though nothing of theirs was shown
 * @param detail the query, the operation or the motive
 * @param received what another system says of it
 */
public record Entry(
        long moment,
        Caller caller,
        Origin origin,
        Action action,
        Outcome outcome,
        String type,
        List<Version> shown,
        Set<ResourceKey> about,
        String detail,
        Optional<ReceivedEvent> received) {

    public Entry {
        shown = List.copyOf(shown);
        about = Set.copyOf(about);
    }

    /** An access that showed nothing. */
    public static Entry of(
            long moment, Caller caller, Origin origin, Action action, Outcome outcome, String type, String detail) {
        return new Entry(moment, caller, origin, action, outcome, type, List.of(), Set.of(), detail, Optional.empty());
    }

    /** The same access, by which these were shown or made. */
    public Entry showing(List<Version> versions) {
        return new Entry(moment, caller, origin, action, outcome, type, versions, about, detail, received);
    }

    /** The same access, also about these patients. */
    public Entry about(Set<ResourceKey> patients) {
        return new Entry(moment, caller, origin, action, outcome, type, shown, patients, detail, received);
    }

    /** The same access, as another system tells it. */
    public Entry told(ReceivedEvent event) {
        return new Entry(moment, caller, origin, action, outcome, type, shown, about, detail, Optional.of(event));
    }

    /** The resources shown, each once. */
    Set<Long> resources() {
        var rids = new TreeSet<Long>();
        shown.forEach(version -> rids.add(version.place().rid()));
        return rids;
    }

    /** The patients whom the access was about, as far as each resource names a single one. */
    Set<Long> patients() {
        var rids = new TreeSet<Long>();
        for (Version version : shown) {
            if (version.place().patient() != 0) {
                rids.add(version.place().patient());
            }
        }
        return rids;
    }

    /** The resources that are about several patients, whom the database knows. */
    Set<Long> shared() {
        var rids = new TreeSet<Long>();
        for (Version version : shown) {
            if (version.shared()) {
                rids.add(version.place().rid());
            }
        }
        return rids;
    }

    /** The version, when there is a single one. */
    int version() {
        return shown.size() == 1 ? shown.getFirst().number() : 0;
    }
}
