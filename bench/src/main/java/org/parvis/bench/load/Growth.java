package org.parvis.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The same patient-scoped searches before and after a server holds many times as many patients. */
final class Growth {
    private static final List<Measure> PATIENT_SCOPED =
            List.of(Measure.READ, Measure.IDENTIFIER, Measure.PATIENT_AND_CODE, Measure.INCLUDE, Measure.CHAIN);
    private static final int CLIENTS = 4;

    private final Loaded loaded;
    private final Population population;
    private final Duration duration;

    Growth(Loaded loaded, Population population, Duration duration) {
        this.loaded = loaded;
        this.population = population;
        this.duration = duration;
    }

    /** Samples before and after, and how many resources came in between. */
    record Grown(Map<Measure, Sample> before, Map<Measure, Sample> after, Sample load) {}

    Grown by(int replicas) throws IOException {
        var before = ask();
        var bundles = IntStream.range(0, replicas * population.patients())
                .mapToObj(number -> (Supplier<byte[]>)
                        () -> Replica.of(population.patient(number), -1 - number / population.patients()))
                .toList();
        var queue = new Queue(bundles);
        var load = new Clients(loaded.server(), CLIENTS).run(client -> queue);
        return new Grown(before, ask(), load);
    }

    private Map<Measure, Sample> ask() throws IOException {
        var round = new Round(loaded.server(), population, loaded.known(), duration);
        var samples = new EnumMap<Measure, Sample>(Measure.class);
        for (var measure : PATIENT_SCOPED) {
            round.run(measure, 0);
            samples.put(measure, round.run(measure, 1));
        }
        return samples;
    }
}
