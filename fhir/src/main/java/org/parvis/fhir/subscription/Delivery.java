package org.parvis.fhir.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.content.XmlBodies;
import org.parvis.fhir.feed.Trouble;
import org.parvis.fhir.store.Store;

/** Does what is to be done next for a subscriber, and keeps what came of it. */
final class Delivery implements AutoCloseable {

    /** Failures in a row after which the Subscription says so. */
    private static final int PATIENCE = 3;

    private static final Duration AFTER_THE_END = Duration.ofSeconds(1);

    private final Store store;
    private final Subscribers subscribers;
    private final Events events;
    private final StatusWriting statuses;
    private final XmlBodies xml;
    private final SubscriptionSettings settings;
    private final RestHook hook = new RestHook();

    Delivery(
            Store store,
            Subscribers subscribers,
            Events events,
            StatusWriting statuses,
            XmlBodies xml,
            SubscriptionSettings settings) {
        this.store = store;
        this.subscribers = subscribers;
        this.events = events;
        this.statuses = statuses;
        this.xml = xml;
        this.settings = settings;
    }

    /** Does one errand; answers how long to rest before the next. */
    Duration run(long rid, Asked asked) throws InterruptedException {
        Optional<Subscriber> found = store.database().read(connection -> subscribers.find(connection, rid));
        if (found.filter(subscriber -> isServed(subscriber, asked)).isEmpty()) {
            return Errand.DAY;
        }
        Subscriber subscriber = found.get();
        switch (Errand.next(subscriber, asked.what(), now())) {
            case Errand.Rest(Duration pause) -> {
                return pause;
            }
            case Errand.Finish() -> {
                statuses.keep(subscriber, Status.OFF, Optional.empty());
                return AFTER_THE_END;
            }
            case Errand.Handshake() -> send(NotificationType.HANDSHAKE, Status.REQUESTED, List.of(), subscriber, asked);
            case Errand.Heartbeat() -> send(NotificationType.HEARTBEAT, Status.ACTIVE, List.of(), subscriber, asked);
            case Errand.Tell(long first) ->
                send(
                        NotificationType.EVENT_NOTIFICATION,
                        Status.ACTIVE,
                        next(subscriber, asked, first),
                        subscriber,
                        asked);
        }
        return Duration.ZERO;
    }

    // Another courier serves what was asked for since.
    private static boolean isServed(Subscriber subscriber, Asked asked) {
        return subscriber.status() != Status.OFF && subscriber.definition() == asked.definition();
    }

    private List<Event> next(Subscriber subscriber, Asked asked, long first) {
        Channel channel = asked.what().channel();
        return events.read(
                subscriber.rid(),
                first,
                subscriber.events(),
                channel.maxCount(),
                asked.author().permit(),
                channel.payload());
    }

    private void send(NotificationType type, Status status, List<Event> told, Subscriber subscriber, Asked asked)
            throws InterruptedException {
        long received = told.isEmpty() ? subscriber.received() : told.getLast().number();
        var standing = new Standing(
                subscriber.id(),
                Optional.of(asked.what().topic().canonical()),
                status,
                told.isEmpty() ? subscriber.events() : received,
                Optional.empty());
        Channel channel = asked.what().channel();
        var notification = new Notification(
                type, standing, told, channel.payload(), asked.author().base(), now());
        Optional<String> problem = hook.post(channel, bytes(notification, channel));
        if (problem.isEmpty()) {
            accepted(subscriber, received);
        } else {
            refused(subscriber, problem.get());
        }
    }

    private byte[] bytes(Notification notification, Channel channel) {
        var bundle = notification.bundle(store.bodies());
        return channel.xml() ? xml.write(bundle) : store.bodies().write(bundle);
    }

    private void accepted(Subscriber subscriber, long received) {
        store.database().write(connection -> {
            subscribers.accept(connection, subscriber, received, now());
            return received;
        });
        if (subscriber.status() != Status.ACTIVE) {
            statuses.keep(subscriber, Status.ACTIVE, Optional.empty());
        }
    }

    private void refused(Subscriber subscriber, String problem) {
        int failures = subscriber.failures() + 1;
        var trouble =
                new Trouble(failures, problem, now().plus(settings.backoff().after(failures)));
        store.database().write(connection -> {
            subscribers.fail(connection, subscriber, trouble);
            return failures;
        });
        boolean patient = subscriber.verified() && failures < PATIENCE;
        if (!patient && subscriber.status() != Status.ERROR) {
            statuses.keep(subscriber, Status.ERROR, Optional.of(problem));
        }
    }

    private Instant now() {
        return store.settings().clock().instant();
    }

    @Override
    public void close() {
        hook.close();
    }
}
