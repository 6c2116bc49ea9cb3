package org.parvis.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parvis.directory.Referred;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.feed.ChangeHandler;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.fhir.store.Change;

/** Keeps the index as the store is, by following its feed. */
final class IndexUpkeep implements ChangeHandler {

    /** The cursor's name. Another number, and the index is made anew from the beginning of the feed. */
    static final String NAME = "search-2";

    private static final int READ_AT_ONCE = 200;

    private final StoreClient store;
    private final PostgresEntries entries;

    IndexUpkeep(StoreClient store, PostgresEntries entries) {
        this.store = store;
        this.entries = entries;
    }

    /** Who reads the store for the index. */
    static Caller reader() {
        return Caller.system();
    }

    // What a resource is now counts, not what each change made of it: handing changes over again does no harm.
    @Override
    public void handle(List<Change> changes) {
        Map<Kind, Set<String>> changed = changes.stream()
                .collect(Collectors.groupingBy(
                        change -> Kind.of(change.key().type()),
                        Collectors.mapping(change -> change.key().id(), Collectors.toCollection(LinkedHashSet::new))));
        changed.forEach((kind, ids) -> {
            var all = List.copyOf(ids);
            for (int from = 0; from < all.size(); from += READ_AT_ONCE) {
                renew(kind, all.subList(from, Math.min(all.size(), from + READ_AT_ONCE)));
            }
        });
    }

    private void renew(Kind kind, Collection<String> ids) {
        var found = store.search(
                "%s?_id=%s&_count=%d%s".formatted(kind.type(), String.join(",", ids), ids.size(), kind.including()));
        var resources = new EntryResources(Referred.of(found.included()));
        var there = found.matches().stream().map(resources::entry).toList();
        if (!there.isEmpty()) {
            entries.keep(there);
        }
        var gone = new LinkedHashSet<>(ids);
        there.forEach(entry -> gone.remove(entry.id()));
        if (!gone.isEmpty()) {
            entries.remove(kind, gone);
        }
    }
}
