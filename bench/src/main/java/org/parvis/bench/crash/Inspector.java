package org.parvis.bench.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parvis.bench.corpus.Json;
import org.parvis.bench.http.Connection;
import org.parvis.bench.http.Request;

/** Looks up, in a restarted server, what became of what the clients wrote. */
final class Inspector {
    private static final int OK = 200;
    private static final int GONE = 410;

    private final Connection connection;
    private final List<String> losses = new ArrayList<>();

    Inspector(Connection connection) {
        this.connection = connection;
    }

    List<String> losses() {
        return losses;
    }

    /** Finds out whether the write under way happened, and enters it in the ledger if it did. */
    void settle(Ledger ledger) throws IOException {
        var pending = ledger.pending();
        ledger.forget();
        if (pending.isEmpty()) {
            return;
        }
        switch (pending.get()) {
            case Pending.Change change -> settle(change, ledger);
            case Pending.Creation creation -> settle(creation, ledger);
        }
    }

    private void settle(Pending.Change change, Ledger ledger) throws IOException {
        if (found(change.key()).filter(change.next()::matches).isPresent()) {
            ledger.acknowledge(change.key(), change.next());
        }
    }

    private void settle(Pending.Creation creation, Ledger ledger) throws IOException {
        var there = under(creation.marker());
        if (!there.isEmpty() && there.size() != creation.resources()) {
            losses.add("half a bundle: %d of %d under %s"
                    .formatted(there.size(), creation.resources(), creation.marker()));
        }
        if (!there.isEmpty() && creation.resources() == 1) {
            ledger.acknowledge(creation.marker());
        }
    }

    /** Whether a resource is in the state that was acknowledged. */
    void check(Key key, State acknowledged) throws IOException {
        var found = found(key);
        if (found.filter(acknowledged::matches).isEmpty()) {
            losses.add("%s: acknowledged %s, found %s".formatted(key, acknowledged, found));
        }
    }

    /** Whether exactly one resource stands under a marker, whoever created it. */
    void checkOne(String marker) throws IOException {
        var there = under(marker);
        if (there.size() != 1) {
            losses.add("%d resources under %s instead of one: %s".formatted(there.size(), marker, there));
        }
    }

    /** Whether the trace tells of each time that a resource was shown. */
    void checkTrace(Key key, int looks) throws IOException {
        var answer = connection.send(
                Request.reading("AuditEvent?date=ge2020-01-01&subtype=vread&_count=1000&entity=" + key));
        var told = Json.read(answer.body()).path("entry").size();
        if (told < looks) {
            losses.add("%s: shown %d times, of which the trace tells %d".formatted(key, looks, told));
        }
    }

    private Optional<State> found(Key key) throws IOException {
        var answer = connection.send(Request.reading(key.toString()));
        return switch (answer.status()) {
            case OK -> {
                var resource = Json.read(answer.body());
                var value = resource.path("valueInteger")
                        .asInt(resource.path("multipleBirthInteger").asInt());
                yield Optional.of(new State(
                        Integer.parseInt(resource.at("/meta/versionId").asText()), value, false));
            }
            case GONE -> Optional.of(new State(0, 0, true));
            default -> Optional.empty();
        };
    }

    private List<String> under(String marker) throws IOException {
        var search = "?identifier=" + Resources.MARKERS + "%7C" + marker;
        var found = new ArrayList<String>();
        for (var type : List.of("Patient", "Observation")) {
            var answer = connection.send(Request.reading(type + search));
            Json.read(answer.body())
                    .path("entry")
                    .forEach(entry -> found.add(entry.path("fullUrl").asText()));
        }
        return found;
    }
}
