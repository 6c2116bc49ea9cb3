package org.parvis.fhir.rest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.content.JsonBodies;
import org.parvis.fhir.feed.Feed;
import org.parvis.fhir.feed.Stretch;
import org.parvis.fhir.store.Change;
import org.parvis.fhir.store.Change.Position;
import org.parvis.fhir.trace.Action;

/** Reading the feed over HTTP: up to the settled end, or on and on as changes come. */
final class Feeding {

    /** Changes read at once; a reader that stops reading holds no more than these in memory. */
    private static final int BATCH = 500;

    private final Feed feed;
    private final Soundness soundness;
    private final JsonBodies bodies;

    Feeding(Feed feed, Soundness soundness, JsonBodies bodies) {
        this.feed = feed;
        this.soundness = soundness;
        this.bodies = bodies;
    }

    List<Route> routes() {
        return List.of(Route.untold("GET", "feed", this::tell).tracedAs(Action.FEED));
    }

    private Answer tell(Call call) {
        FeedWish wish = FeedWish.of(call);
        wish.filter().types().forEach(soundness::requireType);
        Position from = feed.position(wish.from());
        Position end = feed.end();
        Body body = new Body.Streamed(out -> new Telling(wish, out).tell(from, end));
        return new Answer(
                200,
                Optional.of(new Answer.Content.Raw(wish.form().mediaType(), body)),
                Optional.empty(),
                Optional.empty());
    }

    /** One reader being told, until they have all they wished for or go away. */
    private final class Telling {

        private final FeedWish wish;
        private final OutputStream out;
        private long left;

        Telling(FeedWish wish, OutputStream out) {
            this.wish = wish;
            this.out = out;
            this.left = wish.limit().orElse(Long.MAX_VALUE);
        }

        void tell(Position from, Position end) throws IOException {
            // The answer's head leaves now: a follower learns that they are heard before anything happens.
            out.flush();
            Position at = from;
            while (left > 0 && !feed.isClosed() && (wish.follow() || at.compareTo(end) < 0)) {
                Stretch stretch = feed.read(at, wish.filter(), (int) Math.min(left, BATCH));
                write(stretch);
                at = stretch.reached();
                if (stretch.isLast()) {
                    await(at);
                }
            }
            out.flush();
        }

        private void write(Stretch stretch) throws IOException {
            for (Change change : stretch.changes()) {
                wish.form().write(out, change, bodies);
            }
            left -= stretch.changes().size();
            if (!stretch.changes().isEmpty()) {
                out.flush();
            }
        }

        // A heartbeat also finds out that the reader has gone: writing to nobody fails.
        private void await(Position at) throws IOException {
            try {
                if (!feed.await(at, wish.heartbeat())) {
                    wish.form().writeHeartbeat(out);
                    out.flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("The server is stopping.");
            }
        }
    }
}
