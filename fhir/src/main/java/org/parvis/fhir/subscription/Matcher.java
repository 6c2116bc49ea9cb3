package org.parvis.fhir.subscription;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parvis.fhir.feed.ChangeHandler;
import org.parvis.fhir.outcome.Issue;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.Change;
import org.parvis.fhir.store.Change.Position;
import org.parvis.fhir.store.Method;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Visibility;

/**
 * Reads the feed for all subscriptions: notices those that begin, change and end, and gives each the changes that are
 * its events. One node does this at a time, and sends the notifications too.
 */
final class Matcher implements ChangeHandler {

    private final Store store;
    private final Subscribers subscribers;
    private final Authors authors;
    private final Definitions definitions;
    private final Criteria criteria;
    private final StatusWriting statuses;
    private final Couriers couriers;
    private final Map<Long, Asked> asked = new HashMap<>();

    Matcher(
            Store store,
            Subscribers subscribers,
            Authors authors,
            Definitions definitions,
            Criteria criteria,
            StatusWriting statuses,
            Couriers couriers) {
        this.store = store;
        this.subscribers = subscribers;
        this.authors = authors;
        this.definitions = definitions;
        this.criteria = criteria;
        this.statuses = statuses;
        this.couriers = couriers;
    }

    @Override
    public void begin() {
        for (Subscriber subscriber : store.database().read(subscribers::all)) {
            if (subscriber.status() != Status.OFF) {
                serve(subscriber);
            }
        }
    }

    @Override
    public void end() {
        asked.clear();
        couriers.stopAll();
    }

    // A subscription hears of what comes after it in the feed, so each change of one is a boundary.
    @Override
    public void handle(List<Change> changes) {
        int from = 0;
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i).key().type().equals(SubscriptionResources.TYPE)) {
                match(changes.subList(from, i + 1));
                register(changes.get(i));
                from = i + 1;
            }
        }
        match(changes.subList(from, changes.size()));
    }

    private void register(Change change) {
        long rid = change.place().rid();
        if (change.method() == Method.DELETE) {
            forget(rid);
            store.database().write(connection -> {
                subscribers.remove(connection, rid);
                authors.forget(connection, rid, Integer.MAX_VALUE);
                return rid;
            });
            return;
        }
        Optional<Subscriber> defined = store.database().write(connection -> define(connection, change));
        if (defined.isPresent()) {
            forget(rid);
            if (defined.get().status() != Status.OFF) {
                serve(defined.get());
            }
        }
    }

    // A version without author is the server's own; one already known comes again after a crash.
    private Optional<Subscriber> define(Connection connection, Change change) throws SQLException {
        long rid = change.place().rid();
        Optional<Subscriber> known = subscribers.find(connection, rid);
        if (authors.of(connection, rid, change.version()).isEmpty()
                || known.filter(subscriber -> subscriber.definition() >= change.version())
                        .isPresent()) {
            return Optional.empty();
        }
        boolean off = store.versions()
                .version(connection, change.key(), change.version(), Visibility.everything())
                .filter(version -> SubscriptionResources.status(store.tree(version)) == Status.OFF)
                .isPresent();
        subscribers.define(connection, change, off ? Status.OFF : Status.REQUESTED);
        authors.forget(connection, rid, change.version());
        return subscribers.find(connection, rid);
    }

    private void serve(Subscriber subscriber) {
        try {
            Asked wanted = store.database().read(connection -> definitions.read(connection, subscriber));
            asked.put(subscriber.rid(), wanted);
            couriers.start(subscriber.rid(), wanted);
        } catch (Refusal refusal) {
            tell(refusal, subscriber);
        }
    }

    private void forget(long rid) {
        asked.remove(rid);
        couriers.stop(rid);
    }

    // What cannot be given is told in the Subscription itself; a busy database is another matter.
    private void tell(Refusal refusal, Subscriber subscriber) {
        if (refusal.status() >= 500) {
            throw refusal;
        }
        forget(subscriber.rid());
        statuses.keep(
                subscriber,
                Status.ERROR,
                refusal.issues().stream().map(Issue::diagnostics).reduce("%s %s"::formatted));
    }

    private void match(List<Change> changes) {
        Set<String> types = changes.stream().map(change -> change.key().type()).collect(Collectors.toSet());
        for (var each : List.copyOf(asked.entrySet())) {
            if (types.contains(each.getValue().what().topic().type())) {
                match(each.getKey(), each.getValue(), changes);
            }
        }
    }

    private void match(long rid, Asked wanted, List<Change> changes) {
        Optional<Subscriber> subscriber = store.database().read(connection -> subscribers.find(connection, rid));
        if (subscriber.isEmpty() || subscriber.get().status() == Status.OFF) {
            forget(rid);
            return;
        }
        try {
            List<Change> events = criteria.met(wanted, seen(subscriber.get(), wanted, changes));
            if (!events.isEmpty()) {
                store.database().write(connection -> {
                    subscribers.tell(connection, subscriber.get(), events);
                    return rid;
                });
                couriers.wake(rid);
            }
        } catch (Refusal refusal) {
            tell(refusal, subscriber.get());
        }
    }

    // Those of the topic that the author may see, and that are not events yet.
    private List<Change> seen(Subscriber subscriber, Asked wanted, List<Change> changes) {
        Position after = changes.getFirst().position().before();
        return store.database()
                .read(connection -> store.changes()
                        .between(
                                connection,
                                after.compareTo(subscriber.matched()) > 0 ? after : subscriber.matched(),
                                changes.getLast().position(),
                                Set.of(wanted.what().topic().type()),
                                store.visibility(connection, wanted.author().permit()),
                                changes.size()));
    }
}
