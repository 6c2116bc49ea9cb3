package org.parvis.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.parvis.bench.server.Server;

/** One timed run of each measure against one server that already holds the population. */
final class Round {
    /** As many as the comparison with the peer asks with. */
    static final int CLIENTS = 4;

    private final Server server;
    private final Population population;
    private final List<Known> known;
    private final Duration duration;
    private final int clients;

    Round(Server server, Population population, List<Known> known, Duration duration) {
        this(server, population, known, duration, CLIENTS);
    }

    Round(Server server, Population population, List<Known> known, Duration duration, int clients) {
        this.server = server;
        this.population = population;
        this.known = known;
        this.duration = duration;
        this.clients = clients;
    }

    /** A number tells the rounds apart: each loads patients of its own and asks questions of its own. */
    Sample run(Measure measure, int number) throws IOException {
        var all = new Clients(server, clients);
        if (measure == Measure.INGEST) {
            var queue = new Queue(fresh(number));
            return all.run(client -> queue);
        }
        return all.run(client -> {
            var requests = new Requests(known, client, number);
            return Timed.lasting(duration, () -> requests.next(measure));
        });
    }

    /** A bundle for each second of the round, made beforehand so that making it is not measured. */
    private List<Supplier<byte[]>> fresh(int number) {
        var bundles = new ArrayList<Supplier<byte[]>>();
        var count = (int) Math.max(clients, duration.toSeconds());
        for (var patient : population.smallest(count)) {
            var replica = Replica.of(population.patient(patient), number);
            bundles.add(() -> replica);
        }
        return bundles;
    }
}
