package org.parvis.fhir.transact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.Ledger;
import org.parvis.fhir.store.Method;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Version;
import org.parvis.fhir.transact.Operation.Aim;

/**
 * One unit on its way through a transaction: conditions are matched, references linked, steps planned. Its methods are
 * called in the order in which they stand.
 */
final class Work {

    private final Unit unit;
    private final Matching matching;
    private final Ledger ledger;
    private final boolean checksReferences;
    private final Supplier<String> newId;
    private final List<Task> tasks;
    private final Map<String, String> entries = new HashMap<>();
    private final Map<ResourceKey, Links.Link> links = new LinkedHashMap<>();
    private final Rewrites rewrites = new Rewrites();

    Work(Unit unit, Matching matching, Ledger ledger, boolean checksReferences, Supplier<String> newId) {
        this.unit = unit;
        this.matching = matching;
        this.ledger = ledger;
        this.checksReferences = checksReferences;
        this.newId = newId;
        this.tasks = unit.operations().stream().map(Task::new).toList();
    }

    /** Gives every operation its address, by matching what is conditional. */
    void address() throws SQLException {
        var changed = new HashSet<ResourceKey>();
        for (Task task : tasks) {
            address(task);
            ResourceKey key = task.key().orElse(null);
            if (key == null) {
                continue;
            }
            if (!task.isFound() && !changed.add(key)) {
                throw Refusal.invalid(
                        "%s is changed twice in one transaction.".formatted(key),
                        task.operation().place());
            }
            task.fullUrl().ifPresent(url -> entries.put(url, key.toString()));
        }
    }

    /** The addresses that must be locked before anything is planned. */
    SortedSet<ResourceKey> toLock() {
        var toLock = new TreeSet<ResourceKey>();
        for (Task task : tasks) {
            if (task.isFound() || !(task.operation() instanceof Operation.Create)) {
                task.key().ifPresent(toLock::add);
            }
        }
        return toLock;
    }

    /** Rewrites references to entries, matches conditional ones, and answers with all that must be alive. */
    Set<ResourceKey> link() throws SQLException {
        for (Task task : tasks) {
            if (task.sent().isPresent()) {
                link(task.sent().get(), task.operation().place());
            }
        }
        return links.keySet();
    }

    /** Plans every step, deletions first (R4 http.html, 3.1.0.11.2). A refusal takes its announcements back. */
    void plan() throws SQLException {
        plan(Operation.Delete.class);
        var announced = new HashSet<ResourceKey>();
        try {
            for (Task task : tasks) {
                if (task.bringsResource() && !task.isFound()) {
                    ResourceKey key = task.key().orElseThrow();
                    if (ledger.announce(key)) {
                        announced.add(key);
                    }
                }
            }
            checkLinks();
            plan(Operation.Create.class);
            plan(Operation.Update.class);
            plan(Operation.Patch.class);
        } catch (Refusal refusal) {
            announced.forEach(ledger::renounce);
            throw refusal;
        }
    }

    /** Judges the search parameters that it defines or takes away. */
    void define() {
        if (unit.defines()) {
            var places = new HashMap<ResourceKey, String>();
            tasks.forEach(task ->
                    task.key().ifPresent(key -> places.put(key, task.operation().place())));
            ledger.define(places);
        }
    }

    /** Leaves the resources as they were sent, for another try. */
    void undo() {
        rewrites.undo();
    }

    /** What became of each operation, once all is written. */
    List<Done> done(Map<ResourceKey, Version> written) {
        return tasks.stream().map(task -> task.done(written, ledger)).toList();
    }

    private void address(Task task) throws SQLException {
        switch (task.operation()) {
            case Operation.Create create -> {
                Optional<Version> match = create.ifNoneExist().isPresent()
                        ? matching.only(create.ifNoneExist().get(), create.place())
                        : Optional.empty();
                match.ifPresentOrElse(
                        version -> task.found(version.key()),
                        () -> task.aim(new ResourceKey(create.type(), newId.get())));
            }
            case Operation.Update update -> task.aim(updated(update));
            case Operation.Patch patch ->
                task.aim(matched(patch.aim(), patch.place()).orElseThrow(() -> noMatch(patch.aim(), patch.place())));
            case Operation.Delete delete ->
                matched(delete.aim(), delete.place()).ifPresent(task::aim);
        }
    }

    private ResourceKey updated(Operation.Update update) throws SQLException {
        String sentId = update.resource().path("id").asText();
        Optional<ResourceKey> match = matched(update.aim(), update.place());
        if (match.isEmpty()) {
            return new ResourceKey(update.aim().type(), sentId.isEmpty() ? newId.get() : sentId);
        }
        if (!sentId.isEmpty() && !sentId.equals(match.get().id())) {
            throw Refusal.invalid(
                    "The resource says it is '%s', but %s is updated.".formatted(sentId, match.get()),
                    update.place() + ".id");
        }
        return match.get();
    }

    private Optional<ResourceKey> matched(Aim aim, String place) throws SQLException {
        return switch (aim) {
            case Aim.Id(String type, String id) -> Optional.of(new ResourceKey(type, id));
            case Aim.Match(var query) -> matching.only(query, place).map(Version::key);
        };
    }

    private static Refusal noMatch(Aim aim, String place) {
        return Refusal.of(404, IssueCode.NOT_FOUND, "No %s matches.".formatted(aim.type()), place);
    }

    // Our own address is taken off, so that a reference reads the same whatever the server is called.
    private void link(ObjectNode resource, String place) throws SQLException {
        // What a stored bundle refers to is found within it (R4 bundle.html#references).
        if (resource.path("resourceType").asText().equals("Bundle")) {
            return;
        }
        for (Links.Link link : Links.of(resource, place, entries, rewrites)) {
            if (link.written().startsWith(unit.base() + "/")) {
                rewrites.write(link, link.written().substring(unit.base().length() + 1));
            }
            String written = link.written();
            if (written.startsWith("urn:uuid:") || written.startsWith("urn:oid:")) {
                throw Refusal.invalid("No entry of this bundle is '%s'.".formatted(written), link.path());
            }
            if (link.isConditional()) {
                ResourceKey key = matching.referenced(written, link.path()).key();
                rewrites.write(link, key.toString());
            }
            target(link.written()).ifPresent(key -> links.putIfAbsent(key, link));
        }
    }

    /** The resource of this server that a reference leads to, its version left aside. */
    private static Optional<ResourceKey> target(String reference) {
        if (reference.startsWith("#") || reference.contains(":")) {
            return Optional.empty();
        }
        String[] parts = reference.split("/", -1);
        return parts.length < 2 ? Optional.empty() : Optional.of(new ResourceKey(parts[0], parts[1]));
    }

    private void checkLinks() {
        for (Map.Entry<ResourceKey, Links.Link> link : links.entrySet()) {
            if (!ledger.isAlive(link.getKey())) {
                if (checksReferences) {
                    throw Refusal.unprocessable(
                            IssueCode.NOT_FOUND,
                            "%s is referred to, but is not here.".formatted(link.getKey()),
                            link.getValue().path());
                }
                ledger.reserve(link.getKey());
            }
        }
    }

    private void plan(Class<? extends Operation> kind) throws SQLException {
        for (Task task : tasks) {
            if (kind.isInstance(task.operation())
                    && !task.isFound()
                    && task.key().isPresent()) {
                plan(task, task.key().get());
            }
        }
    }

    private void plan(Task task, ResourceKey key) throws SQLException {
        Optional<Version> current = ledger.current(key);
        switch (task.operation()) {
            case Operation.Create create -> {
                ledger.create(key, create.resource(), Method.CREATE, unit.caller());
                task.planned(Done.Kind.CREATED);
            }
            case Operation.Update update -> {
                checkVersion(update.ifMatch(), current, key, update.place());
                current.ifPresentOrElse(
                        before -> ledger.replace(before, update.resource(), Method.UPDATE),
                        () -> ledger.create(key, update.resource(), Method.UPDATE, unit.caller()));
                task.planned(current.isPresent() ? Done.Kind.UPDATED : Done.Kind.CREATED);
            }
            case Operation.Patch patch -> {
                Version before = current.orElseThrow(() -> noMatch(patch.aim(), patch.place()));
                checkVersion(patch.ifMatch(), current, key, patch.place());
                ledger.replace(before, patched(patch, before), Method.PATCH);
                task.planned(Done.Kind.UPDATED);
            }
            case Operation.Delete delete -> {
                checkVersion(delete.ifMatch(), current, key, delete.place());
                current.ifPresent(ledger::delete);
                task.planned(Done.Kind.DELETED);
            }
        }
    }

    private ObjectNode patched(Operation.Patch patch, Version before) throws SQLException {
        ObjectNode resource = patch.change().apply(ledger.tree(before));
        links.clear();
        link(resource, patch.place());
        ledger.resolve(links.keySet());
        checkLinks();
        return resource;
    }

    private static void checkVersion(OptionalInt ifMatch, Optional<Version> current, ResourceKey key, String place) {
        if (ifMatch.isPresent()
                && current.filter(version -> version.number() == ifMatch.getAsInt())
                        .isEmpty()) {
            String actual =
                    current.map(version -> "version " + version.number()).orElse("not there");
            throw Refusal.of(
                    412,
                    IssueCode.CONFLICT,
                    "%s is %s, not version %d.".formatted(key, actual, ifMatch.getAsInt()),
                    place);
        }
    }
}
