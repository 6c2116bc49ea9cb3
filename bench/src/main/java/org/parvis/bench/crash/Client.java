package org.parvis.bench.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.parvis.bench.corpus.Json;
import org.parvis.bench.http.Connection;
import org.parvis.bench.http.Request;
import org.parvis.bench.http.Response;

/** Writes and looks without pause, one thing at a time, and enters what it was answered in its ledger; it ends with the server. */
final class Client implements Runnable {
    private static final int SHARED_MARKERS = 40;

    private final int number;
    private final Connection connection;
    private final Ledger ledger;
    private final Random random;
    private final int life;
    private int written;

    /** Lives are numbered, so that no marker is used in two of them. */
    Client(int number, int life, Connection connection, Ledger ledger) {
        this.number = number;
        this.life = life;
        this.connection = connection;
        this.ledger = ledger;
        this.random = new Random(1000L * life + number);
    }

    @Override
    public void run() {
        try (connection) {
            while (!Thread.currentThread().isInterrupted()) {
                act();
            }
        } catch (IOException died) {
            // The write under way stays pending in the ledger; what became of it is looked up after the restart.
            return;
        }
    }

    private void act() throws IOException {
        var living = ledger.living();
        switch (living.isEmpty() ? 0 : random.nextInt(12)) {
            case 0, 1, 2 -> create();
            case 3, 4, 5 -> update(any(living));
            case 6 -> delete(any(living));
            case 7 -> createUnlessThere();
            case 8, 9 -> look(any(living));
            default -> transact();
        }
    }

    private void create() throws IOException {
        var marker = marker();
        var value = random.nextInt(1_000_000);
        ledger.begin(new Pending.Creation(marker, 1));
        var answer = connection.send(Request.creating("Observation", Resources.observation("", marker, value)));
        if (isAcknowledged(answer)) {
            ledger.acknowledge(List.of(located(answer)), value);
        }
    }

    private void update(Key key) throws IOException {
        if (!key.type().equals("Observation")) {
            return;
        }
        var next = ledger.state(key).updated(random.nextInt(1_000_000));
        ledger.begin(new Pending.Change(key, next));
        var body = Resources.observation(key.id(), marker(), next.value());
        var answer = connection.send(Request.updating(key.type(), key.id(), body));
        if (isAcknowledged(answer)) {
            ledger.acknowledge(key, next);
        }
    }

    private void delete(Key key) throws IOException {
        if (!key.type().equals("Observation")) {
            return;
        }
        var next = ledger.state(key).erased();
        ledger.begin(new Pending.Change(key, next));
        if (isAcknowledged(connection.send(Request.deleting(key.type(), key.id())))) {
            ledger.acknowledge(key, next);
        }
    }

    /** Nobody else asks for versions, so that the trace tells these looks from others. */
    private void look(Key key) throws IOException {
        var version = key + "/_history/" + ledger.state(key).version();
        if (isAcknowledged(connection.send(Request.reading(version)))) {
            ledger.saw(key);
        }
    }

    /** Several clients use the same markers, so that they create the same resource at the same time. */
    private void createUnlessThere() throws IOException {
        var marker = "shared-%d-%d".formatted(life, random.nextInt(SHARED_MARKERS));
        ledger.begin(new Pending.Creation(marker, 1));
        var request = Request.creating("Observation", Resources.observation("", marker, 0))
                .with("If-None-Exist", "identifier=" + Resources.MARKERS + "|" + marker);
        var answer = connection.send(request);
        if (isAcknowledged(answer)) {
            ledger.acknowledge(marker);
        }
    }

    private void transact() throws IOException {
        var marker = marker();
        var value = random.nextInt(1_000_000);
        ledger.begin(new Pending.Creation(marker, 1 + Resources.OBSERVATIONS));
        var answer = connection.send(Request.transaction(Resources.transaction(marker, value)));
        if (isAcknowledged(answer)) {
            ledger.acknowledge(created(Json.read(answer.body())), value);
        }
    }

    private static List<Key.Version> created(JsonNode bundle) {
        var created = new ArrayList<Key.Version>();
        for (var entry : bundle.path("entry")) {
            created.add(Key.located(entry.at("/response/location").asText()));
        }
        return created;
    }

    /** A refusal means that nothing was written; a fault of a server that is dying means that nobody knows. */
    private boolean isAcknowledged(Response answer) throws IOException {
        if (answer.status() >= 500) {
            throw new IOException("The server is failing: " + answer.status());
        }
        ledger.forget();
        return answer.succeeded();
    }

    private static Key.Version located(Response answer) {
        return Key.located(answer.header("location").orElseThrow());
    }

    private String marker() {
        return "%d-%d-%d".formatted(life, number, written++);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
