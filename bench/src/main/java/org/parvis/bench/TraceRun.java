package org.parvis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.parvis.bench.data.Workspace;
import org.parvis.bench.load.Machine;
import org.parvis.bench.load.Plan;
import org.parvis.bench.load.TraceCost;
import org.parvis.bench.server.Launches;

/** One measurement of what the trace costs, written to docs/performance. */
record TraceRun(Workspace workspace, Options options, String command) {
    private static final int TRACED_PORT = 8187;
    private static final int UNTRACED_PORT = 8188;

    /** So many keep two cores busy. */
    private static final int CLIENTS = 32;

    boolean run() throws IOException, SQLException {
        var launches = new Launches(workspace);
        var traced = launches.parvis("traced", TRACED_PORT);
        var untraced = launches.parvis("untraced", UNTRACED_PORT, "--parvis.fhir.traced=false");
        Side.empty(traced.folder());
        Side.empty(untraced.folder());
        var clients = options.number("clients", CLIENTS);
        var table = new TraceCost(workspace, plan(), clients, System.out).measured(traced, untraced);
        System.out.println(table);
        if (!options.has("quick")) {
            var folder =
                    Files.createDirectories(workspace.root().resolve("docs").resolve("performance"));
            Files.writeString(folder.resolve("trace.md"), page(table));
        }
        return true;
    }

    private Plan plan() {
        return options.has("quick") ? Plan.quick() : Plan.full(options.number("population", 60), 0);
    }

    private String page(String table) throws IOException {
        var machine = Machine.here(workspace, command);
        return """
                # What the trace costs

                Two servers with the same data, one of which traces nothing, asked the same in turns; each figure is of the round
                with the median ratio.

                %s
                %s, %s, %s, commit %s: `%s`
                """.formatted(
                table, machine.processors(), machine.memory(), machine.jvm(), machine.commit(), machine.command());
    }
}
