package org.parvis.fhir.transact;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Searcher;
import org.parvis.fhir.store.Ledger;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.StoreFault;
import org.parvis.fhir.store.Version;
import org.parvis.fhir.transact.Operation.Aim;

/** Carries out units. Small ones that arrive together share one commit; each is still refused or done by itself. */
public final class Writer implements AutoCloseable {

    /** How often a unit is tried when others claim the same new address or the same locks. */
    private static final int TRIES = 4;

    private final Store store;
    private final Searcher searcher;
    private final boolean checksReferences;
    private final Witness witness;
    private final GroupCommit groups;

    /**
     * @param checksReferences whether what a resource refers to must be here
     * @param witness sees each unit that is carried out
     */
    public Writer(Store store, Searcher searcher, boolean checksReferences, Witness witness) {
        this.store = store;
        this.searcher = searcher;
        this.checksReferences = checksReferences;
        this.witness = witness;
        this.groups = new GroupCommit(this::together);
    }

    /** What became of a unit: its operations done, or the refusal of all of them. */
    sealed interface Result {

        record Committed(List<Done> done) implements Result {}

        record Refused(Refusal refusal) implements Result {}
    }

    /**
     * Carries out one unit.
     *
     * @throws Refusal when any of its operations is refused; then nothing was changed
     */
    public List<Done> write(Unit unit) {
        Result result = GroupCommit.takes(unit) ? groups.submit(unit) : alone(unit);
        return switch (result) {
            case Result.Committed(List<Done> done) -> done;
            case Result.Refused(Refusal refusal) -> throw refusal;
        };
    }

    @Override
    public void close() {
        groups.close();
    }

    private List<Result> together(List<Unit> units) {
        if (units.size() == 1) {
            return List.of(alone(units.getFirst()));
        }
        try {
            return store.write(ledger -> run(units, ledger));
        } catch (StoreFault | Refusal e) {
            // One of them spoils it for all: each gets its own answer.
            return units.stream().map(this::alone).toList();
        }
    }

    private Result alone(Unit unit) {
        for (int tries = 1; ; tries++) {
            try {
                Result result = store.write(ledger -> committable(unit, ledger));
                if (unit.defines()) {
                    store.definitions().refresh();
                }
                return result;
            } catch (Refusal refusal) {
                if (tries == TRIES || !isPassing(refusal)) {
                    return new Result.Refused(refusal);
                }
            } catch (StoreFault fault) {
                if (tries == TRIES || !fault.isDuplicate()) {
                    throw fault;
                }
            }
        }
    }

    private Result committable(Unit unit, Ledger ledger) throws SQLException {
        Result result = run(List.of(unit), ledger).getFirst();
        if (result instanceof Result.Refused(Refusal refusal)) {
            throw refusal;
        }
        return result;
    }

    private static boolean isPassing(Refusal refusal) {
        return refusal.issues().getFirst().code() == IssueCode.LOCK_ERROR;
    }

    private List<Result> run(List<Unit> units, Ledger ledger) throws SQLException {
        // Callers who may not see everything never share a transaction.
        ledger.limitTo(units.getFirst().caller().permit());
        var steps = new Steps(units, ledger);
        try {
            return run(steps, ledger);
        } catch (SQLException | RuntimeException e) {
            steps.undo();
            throw e;
        }
    }

    private static List<Result> run(Steps steps, Ledger ledger) throws SQLException {
        steps.lockDefinitions();
        steps.lockConditions();
        steps.each(Work::address);
        steps.lockAddresses();
        ledger.refuseIfHidden();
        steps.each(Work::plan);
        steps.each(Work::define);
        Map<ResourceKey, Version> written = ledger.write();
        steps.checkDeletions(written);
        // A caller cannot write what they could not read back.
        ledger.refuseIfHidden(written.values());
        return steps.results(written);
    }

    /** Work on a unit that may fail as SQL does. */
    private interface WorkStep {
        void on(Work work) throws SQLException;
    }

    /** The units of one transaction, going through it side by side; a refused one drops out. */
    private final class Steps {

        private final List<Unit> units;
        private final Ledger ledger;
        private final List<Work> works = new ArrayList<>();
        private final List<@Nullable Refusal> refusals = new ArrayList<>();
        private final Locks locks = new Locks();

        Steps(List<Unit> units, Ledger ledger) {
            this.units = units;
            this.ledger = ledger;
            for (Unit unit : units) {
                var matching = new Matching(searcher, ledger.connection(), unit);
                works.add(new Work(unit, matching, ledger, checksReferences, store::newId));
                refusals.add(null);
            }
        }

        void lockDefinitions() throws SQLException {
            if (units.stream().anyMatch(Unit::defines)) {
                ledger.lockDefinitions();
            }
        }

        void lockConditions() throws SQLException {
            units.stream().flatMap(unit -> unit.operations().stream()).forEach(this::lockCondition);
            locks.take(ledger.connection());
        }

        private void lockCondition(Operation operation) {
            switch (operation) {
                case Operation.Create create -> create.ifNoneExist().ifPresent(query -> locks.condition(query.text()));
                case Operation.Update(var _, var _, Aim.Match(var query), var _, var _) ->
                    locks.condition(query.text());
                case Operation.Delete(var _, Aim.Id(String type, String id), var _) ->
                    locks.delete(new ResourceKey(type, id));
                case Operation.Update _, Operation.Patch _, Operation.Delete _ -> {
                    // Their row is locked.
                }
            }
        }

        void lockAddresses() throws SQLException {
            SortedSet<ResourceKey> addresses = new TreeSet<>();
            var referred = new TreeSet<ResourceKey>();
            each(work -> {
                referred.addAll(work.link());
                addresses.addAll(work.toLock());
            });
            if (checksReferences) {
                locks.keep(referred);
                locks.take(ledger.connection());
            }
            ledger.lock(addresses);
            ledger.resolve(referred);
        }

        void each(WorkStep step) throws SQLException {
            for (int i = 0; i < works.size(); i++) {
                if (refusals.get(i) == null) {
                    try {
                        step.on(works.get(i));
                    } catch (Refusal refusal) {
                        works.get(i).undo();
                        refusals.set(i, refusal);
                    }
                }
            }
        }

        /** All resources are as they were sent, so that their units can be tried again. */
        void undo() {
            works.forEach(Work::undo);
        }

        /** Nothing may go on referring to what is gone. */
        void checkDeletions(Map<ResourceKey, Version> written) throws SQLException {
            if (checksReferences) {
                var deleted =
                        written.values().stream().filter(Version::isDeletion).toList();
                ledger.refuseIfReferredTo(deleted);
            }
        }

        List<Result> results(Map<ResourceKey, Version> written) throws SQLException {
            var results = new ArrayList<Result>();
            var deeds = new ArrayList<Deed>();
            for (int i = 0; i < works.size(); i++) {
                Refusal refusal = refusals.get(i);
                if (refusal != null) {
                    results.add(new Result.Refused(refusal));
                } else {
                    List<Done> done = works.get(i).done(written);
                    results.add(new Result.Committed(done));
                    deeds.add(new Deed(units.get(i), done));
                }
            }
            witness.see(ledger.connection(), deeds);
            return results;
        }
    }
}
