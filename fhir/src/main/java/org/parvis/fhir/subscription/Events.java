package org.parvis.fhir.subscription;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.store.Change;
import org.parvis.fhir.store.Change.Position;
import org.parvis.fhir.store.Method;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Version;
import org.parvis.fhir.store.Visibility;

/** Reads the events of a subscription, as much of each as its reader may see now. */
final class Events {

    private final Store store;
    private final Subscribers subscribers;

    Events(Store store, Subscribers subscribers) {
        this.store = store;
        this.subscribers = subscribers;
    }

    /** The events from one number to another, at most this many. */
    List<Event> read(long rid, long from, long to, int limit, Permit permit, Payload payload) {
        return store.database()
                .read(connection -> read(
                        connection,
                        subscribers.events(connection, rid, from, to, limit),
                        store.visibility(connection, permit),
                        payload));
    }

    private List<Event> read(
            Connection connection, List<Subscribers.Numbered> numbered, Visibility visible, Payload payload)
            throws SQLException {
        var positions = numbered.stream().map(Subscribers.Numbered::position).toList();
        Map<Position, Change> changes = store.changes().at(connection, positions, visible).stream()
                .collect(Collectors.toMap(Change::position, Function.identity()));
        var events = new ArrayList<Event>();
        for (Subscribers.Numbered each : numbered) {
            Optional<Change> change = Optional.ofNullable(changes.get(each.position()));
            Optional<Version> resource = payload == Payload.FULL_RESOURCE && change.isPresent()
                    ? resource(connection, change.get(), visible)
                    : Optional.empty();
            events.add(new Event(each.number(), change, resource));
        }
        return events;
    }

    private Optional<Version> resource(Connection connection, Change change, Visibility visible) throws SQLException {
        return change.method() == Method.DELETE
                ? Optional.empty()
                : store.versions().version(connection, change.key(), change.version(), visible);
    }
}
