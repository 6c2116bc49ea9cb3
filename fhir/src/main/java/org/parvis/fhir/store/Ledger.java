package org.parvis.fhir.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.Dictionary.Kind;

/**
 * What one database transaction does to resources. Addresses are locked first, then steps are planned in memory, and
 * {@link #write} sends everything at once. An address takes part at most once.
 */
public final class Ledger {

    private final Store store;
    private final Connection connection;
    private final long now;
    private final Map<ResourceKey, Place> places = new HashMap<>();
    private final Set<ResourceKey> alive = new HashSet<>();
    private final Set<ResourceKey> newIdentities = new HashSet<>();
    private final Map<ResourceKey, Version> currents = new HashMap<>();
    private final Map<ResourceKey, Integer> lastNumbers = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private Indexing indexing;
    private Optional<Redefinition> redefinition = Optional.empty();
    private Permit permit = Permit.everything();
    private Visibility visible = Visibility.everything();
    private Optional<WriteRights> writeRights = Optional.empty();

    /** @param now microseconds since 1970 UTC, the moment that all versions of this transaction carry */
    Ledger(Store store, Connection connection, long now) {
        this.store = store;
        this.connection = connection;
        this.now = now;
        this.indexing = store.definitions().now();
    }

    public Connection connection() {
        return connection;
    }

    /** Lets only what this permit shows be referred to and changed. */
    public void limitTo(Permit permit) throws SQLException {
        this.permit = permit;
        visible = store.visibility(connection, permit);
        writeRights = permit.rights().map(rights -> new WriteRights(rights, store, now));
    }

    /** Locks these addresses against other writers and reads what stands there. */
    public void lock(SortedSet<ResourceKey> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        Map<ResourceKey, Place> locked = store.identities().lock(connection, keys);
        places.putAll(locked);
        for (Version version : store.versions().currents(connection, locked.values())) {
            currents.put(version.key(), version);
            alive.add(version.key());
        }
        locked.keySet().removeAll(currents.keySet());
        lastNumbers.putAll(store.versions().lastNumbers(connection, locked));
    }

    /** The version that stands at this locked address. */
    public Optional<Version> current(ResourceKey key) {
        return Optional.ofNullable(currents.get(key));
    }

    /** Learns where these resources stand, for {@link #isAlive} and the rows of references. */
    public void resolve(Collection<ResourceKey> keys) throws SQLException {
        var unknown = keys.stream().filter(key -> !places.containsKey(key)).toList();
        if (!unknown.isEmpty()) {
            places.putAll(store.identities().known(connection, unknown, visible, alive::add));
        }
    }

    /** Whether a resolved or announced resource is there for others to refer to. */
    public boolean isAlive(ResourceKey key) {
        return alive.contains(key);
    }

    /**
     * Gives an address to a resource that this transaction will write.
     *
     * @return whether nothing was there before, so that {@link #renounce} must follow if the step is refused
     */
    public boolean announce(ResourceKey key) {
        reserve(key);
        return alive.add(key);
    }

    /** Takes back the announcement of a resource that was not there before. */
    public void renounce(ResourceKey key) {
        alive.remove(key);
    }

    /** Plans the first version at an announced address, or the one after a deletion. */
    public void create(ResourceKey key, ObjectNode resource, Method method, Caller caller) {
        int owner = caller.organisation()
                .map(id -> store.words().number(Kind.OWNER, id))
                .orElse(0);
        int number = lastNumbers.getOrDefault(key, 0) + 1;
        steps.add(new Step.Creation(key, resource, method, owner, number, newIdentities.contains(key)));
    }

    /** Plans the version after this one. */
    public void replace(Version before, ObjectNode resource, Method method) {
        steps.add(new Step.Replacement(before, resource, method));
    }

    /** Plans the deletion of this version's resource. */
    public void delete(Version before) {
        steps.add(new Step.Deletion(before));
        alive.remove(before.key());
    }

    /** Keeps others from changing the search parameters until the transaction ends. */
    public void lockDefinitions() throws SQLException {
        indexing = store.definitions().lock(connection);
    }

    /**
     * Puts the search parameters of planned SearchParameters in force with this transaction.
     *
     * @param places where the request names these resources
     * @throws Refusal 422 with the place of the fault, when one of them cannot be indexed
     */
    public void define(Map<ResourceKey, String> places) {
        var postings = new ArrayList<Posting>();
        for (Step step : steps) {
            if (step.key().type().equals(Posting.TYPE)) {
                String place = places.getOrDefault(step.key(), Posting.TYPE);
                postings.add(new Posting(step.key().id(), step.resourceAfter(), place));
            }
        }
        redefinition =
                Optional.of(store.definitions().judge(indexing, postings)).filter(change -> !change.isEmpty());
    }

    /** Reserves an address that others refer to before its resource is here. */
    public void reserve(ResourceKey key) {
        if (!places.containsKey(key)) {
            long rid = store.rowIds().next();
            places.put(key, new Place(key.type().equals("Patient") ? rid : 0, rid));
            newIdentities.add(key);
        }
    }

    /** Writes all planned steps and answers with the version now at each address, deletions included. */
    public Map<ResourceKey, Version> write() throws SQLException {
        var recorded = steps.stream()
                .map(step -> Recording.of(step, store, indexing.extraction()))
                .toList();
        Set<ResourceKey> referred =
                recorded.stream().flatMap(Recording::references).collect(Collectors.toSet());
        resolve(referred);
        if (writeRights.isPresent()) {
            writeRights.get().check(connection, recorded, places);
        }
        var batch = new WriteBatch(store.epoch(), definitions());
        var written = new HashMap<ResourceKey, Version>();
        recorded.forEach(recording -> written.put(recording.key(), recording.addTo(batch, places, now)));
        newIdentities.removeAll(written.keySet());
        newIdentities.retainAll(referred);
        newIdentities.forEach(key -> batch.reserve(key, store.words().number(Kind.TYPE, key.type()), place(key)));
        batch.execute(connection);
        return written;
    }

    /** The current resource as a tree of its own. */
    public ObjectNode tree(Version version) {
        return store.tree(version);
    }

    /** Refuses when anything alive still refers to these deleted resources. */
    public void refuseIfReferredTo(Collection<Version> deleted) throws SQLException {
        if (deleted.isEmpty()) {
            return;
        }
        var sql = new Sql(
                "select r.type, r.fid, f.target from fhir.ix_reference f join fhir.resource r"
                        + " on (r.rid, r.patient) = (f.rid, f.patient) where f.target = any(?) and f.rid <> f.target limit 1",
                rids(deleted));
        Optional<String> referrer =
                Statements.first(connection, sql, row -> store.words().word(row.getInt(1)) + "/" + row.getString(2));
        if (referrer.isPresent()) {
            throw Refusal.of(
                    409,
                    IssueCode.CONFLICT,
                    "%s cannot be deleted: %s refers to it."
                            .formatted(
                                    deleted.size() == 1
                                            ? deleted.iterator().next().key()
                                            : "One of them",
                                    referrer.get()),
                    null);
        }
    }

    /** Refuses when the locked resources could not be read by whom this ledger is limited to. */
    public void refuseIfHidden() throws SQLException {
        refuseIfHidden(currents.values());
    }

    /** Refuses when these written resources could not be read by whom this ledger is limited to. */
    public void refuseIfHidden(Collection<Version> written) throws SQLException {
        if (visible.isEverything()) {
            return;
        }
        // Looked up again: labels that nothing carried before may have been written just now.
        visible = store.visibility(connection, permit);
        var alive = written.stream().filter(version -> !version.isDeletion()).toList();
        var sql =
                new Sql("select count(*) from fhir.resource r where r.rid = any(?)", rids(alive)).add(visible.and("r"));
        if (Statements.one(connection, sql, row -> row.getLong(1)) < alive.size()) {
            throw Refusal.of(403, IssueCode.FORBIDDEN, "This resource is outside what the caller may see.", null);
        }
    }

    /** The number of the search parameters in force once this transaction ends. */
    private long definitions() throws SQLException {
        return redefinition.isEmpty()
                ? indexing.state().number()
                : store.definitions().change(connection, indexing, redefinition.get(), now);
    }

    private Place place(ResourceKey key) {
        return Objects.requireNonNull(places.get(key), "No place was given to " + key);
    }

    private static SqlArray rids(Collection<Version> versions) {
        return SqlArray.longs(
                versions.stream().map(version -> version.place().rid()).toList());
    }
}
