package org.parvis.bench.load;

import static org.parvis.bench.server.Launch.Brand.HAPI;
import static org.parvis.bench.server.Launch.Brand.PARVIS;

import java.time.Duration;
import java.util.Formatter;
import java.util.Locale;
import java.util.Optional;

/** The result as Markdown: each measure with both servers, the ratio and the ratio to reach. */
record Table(Results results, Footprint parvis, Footprint peer, Optional<Growth.Grown> grown) {

    Table startedAgain(Duration ours, Duration theirs) {
        return new Table(results, parvis.startedAgainAfter(ours), peer.startedAgainAfter(theirs), grown);
    }

    String markdown(Machine machine, Plan plan) {
        var text = new Formatter(Locale.ROOT);
        text.format("# Parvis and HAPI JPA 8.8.0 side by side%n%n");
        text.format("- Machine: %s, %s; %s%n", machine.processors(), machine.memory(), machine.jvm());
        text.format("- Commit: %s%n", machine.commit());
        text.format("- Command: `%s`%n", machine.command());
        text.format(
                "- Both over HTTP, 4 clients, the same %d synthetic resources on PostgreSQL 18 with fsync and synchronous "
                        + "commit on and the same settings, validation off, in turns; the median of %d rounds of %d s "
                        + "after %d s of warming.%n",
                parvis.resources(),
                plan.rounds(),
                plan.round().toSeconds(),
                plan.warmUp().toSeconds());
        text.format("- CPU is the server's JVM and all its PostgreSQL processes; the client's own is apart.%n%n");
        operations(text);
        footprint(text);
        grown.ifPresent(growth -> growth(text, growth));
        return text.toString();
    }

    private void operations(Formatter text) {
        text.format("| operation | Parvis CPU ms (JVM + PG) | HAPI CPU ms (JVM + PG) | by CPU | Parvis /s | HAPI /s "
                + "| by wall | to reach (CPU, wall) | client CPU ms |%n");
        text.format("|---|---|---|---|---|---|---|---|---|%n");
        for (var measure : Measure.values()) {
            if (results.has(measure)) {
                operation(text, measure);
            }
        }
    }

    private void operation(Formatter text, Measure measure) {
        var ourCpu = results.byCpu(PARVIS, measure);
        var theirCpu = results.byCpu(HAPI, measure);
        var ourWall = results.byWall(PARVIS, measure);
        var theirWall = results.byWall(HAPI, measure);
        text.format(
                "| %s | %.3f (%.3f + %.3f) | %.3f (%.3f + %.3f) | **%.1fx** | %.0f | %.0f | **%.1fx** | %dx, %dx | %.3f |%n",
                measure,
                ourCpu.cpuMillis(),
                ourCpu.serverMillis(),
                ourCpu.databaseMillis(),
                theirCpu.cpuMillis(),
                theirCpu.serverMillis(),
                theirCpu.databaseMillis(),
                theirCpu.cpuMillis() / ourCpu.cpuMillis(),
                ourWall.perSecond(),
                theirWall.perSecond(),
                ourWall.perSecond() / theirWall.perSecond(),
                measure.cpuGoal(),
                measure.wallGoal(),
                ourCpu.clientMillis());
    }

    private void footprint(Formatter text) {
        text.format("%n| weight | Parvis | HAPI | ratio | to reach |%n");
        text.format("|---|---|---|---|---|%n");
        text.format(
                "| stored, bytes a resource | %.0f | %.0f | **%.2fx** | 0.5x |%n",
                parvis.bytesPerResource(),
                peer.bytesPerResource(),
                parvis.bytesPerResource() / peer.bytesPerResource());
        text.format(
                "| first load, cold, resources/s | %.0f | %.0f | **%.1fx** | - |%n",
                parvis.firstLoad().perSecond(),
                peer.firstLoad().perSecond(),
                parvis.firstLoad().perSecond() / peer.firstLoad().perSecond());
        text.format(
                "| second start to first answer, s | %.1f | %.1f | - | 6 s |%n",
                parvis.secondStart().toMillis() / 1e3, peer.secondStart().toMillis() / 1e3);
        text.format(
                "| most memory of the JVM, MB | %d | %d | - | 800 MB |%n",
                parvis.memory().megabytes(), peer.memory().megabytes());
    }

    private void growth(Formatter text, Growth.Grown growth) {
        text.format(
                "%nGrowth: Parvis after %d more resources (%.0f/s while loading them); to reach: 1.3x.%n%n",
                growth.load().operations(), growth.load().perSecond());
        text.format("| operation | CPU ms before | after | ratio | median ms before | after | ratio |%n");
        text.format("|---|---|---|---|---|---|---|%n");
        growth.before().forEach((measure, before) -> {
            var after = growth.after().getOrDefault(measure, before);
            text.format(
                    "| %s | %.3f | %.3f | **%.2fx** | %.2f | %.2f | **%.2fx** |%n",
                    measure,
                    before.cpuMillis(),
                    after.cpuMillis(),
                    after.cpuMillis() / before.cpuMillis(),
                    before.median().toNanos() / 1e6,
                    after.median().toNanos() / 1e6,
                    (double) after.median().toNanos() / before.median().toNanos());
        });
    }
}
