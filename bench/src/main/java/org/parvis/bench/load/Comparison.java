package org.parvis.bench.load;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.parvis.bench.data.Workspace;
import org.parvis.bench.server.Launch;
import org.parvis.bench.server.Server;

/** The whole comparison: both servers loaded alike, warmed alike, measured in turns, started again. */
public final class Comparison {
    private static final int PATIENTS_ASKED_FOR = 60;

    private final Workspace workspace;
    private final Plan plan;
    private final PrintStream log;

    public Comparison(Workspace workspace, Plan plan, PrintStream log) {
        this.workspace = workspace;
        this.plan = plan;
        this.log = log;
    }

    /** Measures both servers, whose folders are empty, and answers the Markdown of the result. */
    public String measured(Launch parvis, Launch peer, Machine machine) throws IOException, SQLException {
        var table = running(parvis, peer);
        return table.startedAgain(secondStart(parvis), secondStart(peer)).markdown(machine, plan);
    }

    private Table running(Launch parvis, Launch peer) throws IOException, SQLException {
        var population = Population.of(workspace, plan.population());
        var facts = IntStream.range(0, Math.min(PATIENTS_ASKED_FOR, population.patients()))
                .mapToObj(number -> Facts.of(population.patient(number)))
                .filter(one -> !one.quantities().isEmpty())
                .toList();
        try (var ours = Server.start(parvis);
                var theirs = Server.start(peer)) {
            var loadedOurs = loaded(ours, population, facts);
            var loadedTheirs = loaded(theirs, population, facts);
            Agreement.check(loadedOurs, loadedTheirs);
            var results = measured(population, loadedOurs, loadedTheirs);
            return new Table(
                    results,
                    loadedOurs.footprint().withPeak(ours.memory()),
                    loadedTheirs.footprint().withPeak(theirs.memory()),
                    grown(population, loadedOurs));
        }
    }

    private Loaded loaded(Server server, Population population, List<Facts> facts) throws IOException, SQLException {
        var loaded = Loaded.with(server, population, facts);
        log.printf("%s holds %d resources%n", server.brand(), loaded.footprint().resources());
        return loaded;
    }

    private Results measured(Population population, Loaded ours, Loaded theirs) throws IOException {
        var sides = List.of(ours, theirs);
        for (var side : sides) {
            warm(side, population);
        }
        var results = new Results();
        for (var number = 1; number <= plan.rounds(); number++) {
            for (var measure : Measure.values()) {
                for (var side : number % 2 == 0 ? sides.reversed() : sides) {
                    var round = new Round(side.server(), population, side.known(), plan.round());
                    var sample = round.run(measure, number);
                    results.add(side.server().brand(), measure, sample);
                    log.printf(
                            "round %d, %s, %s: %.1f/s, %.3f ms%n",
                            number, measure, side.server().brand(), sample.perSecond(), sample.cpuMillis());
                }
            }
        }
        return results;
    }

    /** Every measure in turn until the time is up, for the peer gets faster for a minute. */
    private void warm(Loaded side, Population population) throws IOException {
        var slice = plan.warmUp().dividedBy(Measure.values().length);
        for (var measure : Measure.values()) {
            new Round(side.server(), population, side.known(), slice).run(measure, 0);
        }
    }

    private Optional<Growth.Grown> grown(Population population, Loaded ours) throws IOException {
        return plan.replicasToGrow() == 0
                ? Optional.empty()
                : Optional.of(new Growth(ours, population, plan.round()).by(plan.replicasToGrow()));
    }

    private static Duration secondStart(Launch launch) throws IOException {
        try (var again = Server.start(launch)) {
            return again.untilFirstAnswer();
        }
    }
}
