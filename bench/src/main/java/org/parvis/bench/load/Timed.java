package org.parvis.bench.load;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.parvis.bench.http.Request;

/** The same kind of request again and again until the time is up. */
record Timed(Supplier<Request> requests, long deadline) implements Clients.Work {

    static Timed lasting(Duration duration, Supplier<Request> requests) {
        return new Timed(requests, System.nanoTime() + duration.toNanos());
    }

    @Override
    public Optional<Request> next() {
        return System.nanoTime() < deadline ? Optional.of(requests.get()) : Optional.empty();
    }
}
