package org.parvis.bench;

import java.io.IOException;
import java.nio.file.Files;
import org.parvis.bench.data.Workspace;
import org.parvis.bench.load.Machine;
import org.parvis.bench.search.Searches;
import org.parvis.bench.server.Launches;
import org.parvis.bench.server.Server;

/** One measurement of the one search among as many people as a region has, written to docs/performance. */
record SearchRun(Workspace workspace, Options options, String command) {
    private static final int PORT = 8189;
    private static final int SEED = 42;
    private static final int PATIENTS = 1_000_000;
    private static final int PROFESSIONALS = 200_000;

    boolean run() throws IOException {
        var launch = new Launches(workspace).parvis("search", options.number("port", PORT));
        Side.empty(launch.folder());
        int share = options.has("quick") ? 100 : 1;
        int patients = options.number("patients", PATIENTS / share);
        int professionals = options.number("professionals", PROFESSIONALS / share);
        String table;
        try (var server = Server.start(launch)) {
            table = new Searches(server, SEED, System.out).measured(patients, professionals);
        }
        System.out.println(table);
        if (!options.has("quick")) {
            var folder =
                    Files.createDirectories(workspace.root().resolve("docs").resolve("performance"));
            Files.writeString(folder.resolve("search.md"), page(patients, professionals, table));
        }
        return true;
    }

    private String page(int patients, int professionals, String table) throws IOException {
        var machine = Machine.here(workspace, command);
        return """
                # Finding people by one field

                %,d patients and %,d professionals, made up with names spread as in France; one client asks for the page of
                findings, for people drawn at random, as someone who may see them all. "Found" says how often the person meant
                was among those shown: a name alone is borne by thousands.

                %s
                %s, %s, %s, commit %s: `%s`
                """.formatted(
                        patients,
                        professionals,
                        table,
                        machine.processors(),
                        machine.memory(),
                        machine.jvm(),
                        machine.commit(),
                        machine.command());
    }
}
