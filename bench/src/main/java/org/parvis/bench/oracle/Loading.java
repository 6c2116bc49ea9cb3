package org.parvis.bench.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.parvis.bench.corpus.Corpus;
import org.parvis.bench.corpus.Json;
import org.parvis.bench.http.Connection;
import org.parvis.bench.http.Request;

/** Puts the same corpus into both servers, batch by batch, and notes the moments between the batches. */
public final class Loading {
    private static final int REASON_LENGTH = 600;

    private final List<Connection> servers;

    public Loading(List<Connection> servers) {
        this.servers = List.copyOf(servers);
    }

    /** The moments at which neither server was being loaded, as FHIR instants. */
    public List<String> load(Corpus corpus) throws IOException {
        var moments = new ArrayList<String>();
        for (var batch : corpus.batches()) {
            var bundle = Json.write(transaction(batch));
            for (var server : servers) {
                send(server, bundle);
            }
            moments.add(moment());
        }
        return moments;
    }

    private static void send(Connection server, byte[] bundle) throws IOException {
        var response = server.send(Request.transaction(bundle));
        if (!response.succeeded()) {
            var text = response.text();
            throw new IOException("%s refused a bundle: %d %s"
                    .formatted(
                            server.base(),
                            response.status(),
                            text.substring(0, Math.min(REASON_LENGTH, text.length()))));
        }
    }

    private static ObjectNode transaction(List<ObjectNode> resources) {
        var bundle = Json.object().put("resourceType", "Bundle").put("type", "transaction");
        var entries = bundle.putArray("entry");
        for (var resource : resources) {
            var location = Corpus.location(resource);
            var entry = entries.addObject();
            entry.set("resource", resource);
            entry.putObject("request").put("method", "PUT").put("url", location);
        }
        return bundle;
    }

    /** A whole second away from every write on either side, so that the precision of a stored time does not matter. */
    private static String moment() {
        pause();
        var moment = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        pause();
        return moment;
    }

    private static void pause() {
        try {
            Thread.sleep(1100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
