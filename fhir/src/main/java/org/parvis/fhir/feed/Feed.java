package org.parvis.fhir.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.Change;
import org.parvis.fhir.store.Change.Position;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Visibility;

/** The feed's door: every settled change in order, from any position, and word of new ones. */
public final class Feed implements AutoCloseable {

    /** How many settled changes are looked at for one that a filter lets through, so that each statement stays short. */
    private static final int LOOKED_AT = 10;

    private final Store store;
    private final FeedSettings settings;
    private final Watch watch;
    private final Cursors cursors;
    private final List<Consumption> consumptions = new CopyOnWriteArrayList<>();

    public Feed(Store store, FeedSettings settings) {
        this.store = store;
        this.settings = settings;
        this.watch = new Watch(this::end);
        this.cursors = new Cursors(store);
    }

    /** The position of the latest settled change. */
    public Position end() {
        return store.database().read(store.changes()::end);
    }

    /**
     * Reads where a reader wants to begin: `start`, `now`, or a position that this feed told them.
     *
     * @throws Refusal 400 when it cannot be read, 410 when this feed never told it
     */
    public Position position(String written) {
        return switch (written) {
            case "start" -> Position.START;
            case "now" -> end();
            default -> known(parse(written));
        };
    }

    /** The next changes after a position, at most this many. */
    public Stretch read(Position after, Filter filter, int limit) {
        return store.database().read(connection -> read(connection, after, filter, limit));
    }

    /** Waits until there is something settled after this position; false when the time is over before. */
    public boolean await(Position after, Duration atMost) throws InterruptedException {
        return watch.await(after, atMost);
    }

    /**
     * Hands every change to this handler, on a thread of its own, at least once and in order. Of all consumers of this
     * name, on all nodes, one is at work at a time.
     *
     * @param types resource types handed over; empty for all
     * @param beginning where a name that was never used begins
     */
    public Consumption consume(String name, Set<String> types, Position beginning, ChangeHandler handler) {
        cursors.begin(name, beginning);
        var filter = new Filter(types, Permit.everything());
        var owner = UUID.randomUUID().toString();
        var consumption = new Consumption(
                name, owner, this, filter, handler, settings, store.settings().clock());
        consumptions.add(consumption);
        return consumption;
    }

    /** How far each named consumer has read. */
    public Cursors cursors() {
        return cursors;
    }

    /** Says that a change is about to be committed on this node, so that it is noticed sooner than one from elsewhere. */
    public void expect() {
        watch.expect();
    }

    /** Whether the feed was closed, so that whoever follows it shall end. */
    public boolean isClosed() {
        return watch.isClosed();
    }

    /** Ends all waiting and all consumption. */
    @Override
    public void close() {
        watch.close();
        consumptions.forEach(Consumption::close);
    }

    private Stretch read(Connection connection, Position after, Filter filter, int limit) throws SQLException {
        int window = filter.leavesOut() ? limit * LOOKED_AT : limit;
        Optional<Position> reach = store.changes().reach(connection, after, window);
        if (reach.isEmpty()) {
            return new Stretch(List.of(), after, true);
        }
        Visibility visible = store.visibility(connection, filter.permit());
        List<Change> changes = store.changes().between(connection, after, reach.get(), filter.types(), visible, limit);
        Position reached = changes.size() == limit ? changes.getLast().position() : reach.get();
        return new Stretch(changes, reached, false);
    }

    private static Position parse(String written) {
        try {
            return Position.parse(written);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    "'%s' is no position of the feed; begin at start, now, or a position that it told."
                            .formatted(written),
                    null);
        }
    }

    // A position of another server, or of a future that a restored backup took back, could skip changes unnoticed.
    private Position known(Position position) {
        if (!store.database().read(connection -> store.changes().knows(connection, position))) {
            throw Refusal.of(
                    410,
                    IssueCode.NOT_FOUND,
                    "This feed never told the position %s; begin again at start.".formatted(position),
                    null);
        }
        return position;
    }
}
