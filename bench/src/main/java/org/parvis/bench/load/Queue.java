package org.parvis.bench.load;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.parvis.bench.http.Request;
import org.parvis.bench.http.Response;

/** Bundles that several clients share out among themselves until none is left; what counts is the resources in them. */
final class Queue implements Clients.Work {
    private static final byte[] WRITTEN = "\"location\"".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final ConcurrentLinkedQueue<Supplier<byte[]>> left;

    Queue(List<Supplier<byte[]>> bundles) {
        this.left = new ConcurrentLinkedQueue<>(bundles);
    }

    @Override
    public Optional<Request> next() {
        return Optional.ofNullable(left.poll()).map(bundle -> Request.transaction(bundle.get()));
    }

    /** Each resource written has its location in the answer. */
    @Override
    public int weight(Response answer) {
        var body = answer.body();
        var count = 0;
        for (var at = 0; at <= body.length - WRITTEN.length; at++) {
            count += Arrays.equals(body, at, at + WRITTEN.length, WRITTEN, 0, WRITTEN.length) ? 1 : 0;
        }
        return count;
    }
}
