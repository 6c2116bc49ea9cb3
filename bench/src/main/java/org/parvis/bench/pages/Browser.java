package org.parvis.bench.pages;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.parvis.bench.http.Connection;
import org.parvis.bench.http.Request;

/**
 * A user at their browser, which keeps their session.
 *
 * @param secret the session's
 */
record Browser(User user, String secret) {

    /** Marks a request in the server's access log. */
    static final String MARK = "Bench";

    /** A page that was opened: how long that took as seen from here, and how many bytes came over the wire. */
    record Opened(Page page, Duration time, int bytes) {}

    /** Opens a page; one that is not shown is a fault of the bench. */
    Opened open(Connection connection, Page page, String round, Random random) throws IOException {
        var request = Request.reading(page.address(user, random))
                .with("Accept", "text/html")
                .with("Accept-Encoding", "gzip")
                .with("Cookie", "parvis-session=" + secret)
                .with(MARK, round + " " + page.name());
        var began = System.nanoTime();
        var answer = connection.send(request);
        var time = Duration.ofNanos(System.nanoTime() - began);
        if (!answer.succeeded()) {
            throw new IOException("%s: %d for %s".formatted(request.target(), answer.status(), user.person()));
        }
        return new Opened(page, time, answer.body().length);
    }
}
