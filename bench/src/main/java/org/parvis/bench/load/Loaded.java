package org.parvis.bench.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.parvis.bench.server.Server;

/** A server that holds the whole population, what the loading cost, and the patients to ask for. */
record Loaded(Server server, List<Known> known, Footprint footprint) {
    private static final int CLIENTS = 4;

    static Loaded with(Server server, Population population, List<Facts> facts) throws IOException, SQLException {
        for (var directory : population.directory()) {
            var alone = new Queue(List.of(() -> directory));
            new Clients(server, 1).run(client -> alone);
        }
        var patients = new Queue(IntStream.range(0, population.patients())
                .mapToObj(number -> (Supplier<byte[]>) () -> population.patient(number))
                .toList());
        var load = new Clients(server, CLIENTS).run(client -> patients);
        return new Loaded(server, Known.on(server, facts), Footprint.of(server, load));
    }
}
