package org.parvis.bench.load;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.parvis.bench.data.Workspace;
import org.parvis.bench.server.Launch;
import org.parvis.bench.server.Server;

/** What the trace costs: two servers with the same data, one of which traces nothing, asked the same in turns. */
public final class TraceCost {
    private static final int PATIENTS_ASKED_FOR = 60;
    private static final List<Measure> MEASURES =
            List.of(Measure.READ, Measure.IDENTIFIER, Measure.PATIENT_AND_CODE, Measure.CREATE, Measure.INGEST);

    private final Workspace workspace;
    private final Plan plan;
    private final int clients;
    private final PrintStream log;

    /** @param clients how many ask at once: enough of them leave the server no rest */
    public TraceCost(Workspace workspace, Plan plan, int clients, PrintStream log) {
        this.workspace = workspace;
        this.plan = plan;
        this.clients = clients;
        this.log = log;
    }

    /** One round of both servers, in which they did the same. */
    private record Pair(Sample traced, Sample untraced) {

        double cpu() {
            return traced.cpuMillis() / untraced.cpuMillis();
        }

        double wall() {
            return traced.perSecond() / untraced.perSecond();
        }
    }

    /** Measures two servers whose folders are empty, and answers the Markdown of the result. */
    public String measured(Launch traced, Launch untraced) throws IOException, SQLException {
        var population = Population.of(workspace, plan.population());
        var facts = IntStream.range(0, Math.min(PATIENTS_ASKED_FOR, population.patients()))
                .mapToObj(number -> Facts.of(population.patient(number)))
                .filter(one -> !one.quantities().isEmpty())
                .toList();
        try (var with = Server.start(traced);
                var without = Server.start(untraced)) {
            var sides = List.of(Loaded.with(with, population, facts), Loaded.with(without, population, facts));
            for (var side : sides) {
                for (var measure : MEASURES) {
                    round(side, population, measure, 0);
                }
            }
            return table(sides, population);
        }
    }

    private String table(List<Loaded> sides, Population population) throws IOException {
        var text = new Formatter(Locale.ROOT);
        text.format(
                "| operation, %d clients | CPU ms traced | untraced | ratio | /s traced | untraced | ratio |%n",
                clients);
        text.format("|---|---|---|---|---|---|---|%n");
        for (var measure : MEASURES) {
            var pairs = new ArrayList<Pair>();
            for (var number = 1; number <= plan.rounds(); number++) {
                pairs.add(pair(sides, population, measure, number));
            }
            var byCpu = median(pairs, Pair::cpu);
            var byWall = median(pairs, Pair::wall);
            text.format(
                    "| %s | %.3f | %.3f | **%.2fx** | %.0f | %.0f | **%.2fx** |%n",
                    measure,
                    byCpu.traced().cpuMillis(),
                    byCpu.untraced().cpuMillis(),
                    byCpu.cpu(),
                    byWall.traced().perSecond(),
                    byWall.untraced().perSecond(),
                    byWall.wall());
        }
        return text.toString();
    }

    // Whoever is first in one round is second in the next.
    private Pair pair(List<Loaded> sides, Population population, Measure measure, int number) throws IOException {
        Sample first = round(sides.get(number % 2), population, measure, number);
        Sample second = round(sides.get(1 - number % 2), population, measure, number);
        var pair = number % 2 == 0 ? new Pair(first, second) : new Pair(second, first);
        log.printf("round %d, %s: CPU %.2fx, wall %.2fx%n", number, measure, pair.cpu(), pair.wall());
        return pair;
    }

    private Sample round(Loaded side, Population population, Measure measure, int number) throws IOException {
        return new Round(side.server(), population, side.known(), plan.round(), clients).run(measure, number);
    }

    private static Pair median(List<Pair> pairs, ToDoubleFunction<Pair> by) {
        var sorted = pairs.stream().sorted(Comparator.comparingDouble(by)).toList();
        return sorted.get(sorted.size() / 2);
    }
}
