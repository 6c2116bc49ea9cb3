package org.parvis.bench;

import java.io.IOException;
import java.nio.file.Files;
import org.parvis.bench.data.Synthea;
import org.parvis.bench.data.Workspace;
import org.parvis.bench.load.Machine;
import org.parvis.bench.reindex.Indexings;
import org.parvis.bench.server.Launches;

/** One measurement of indexing by posted parameters, written to docs/performance. */
record ReindexRun(Workspace workspace, Options options, String command) {
    private static final int PORT = 8184;
    private static final int SEED = 42;

    boolean run() throws IOException {
        var launch = new Launches(workspace).parvis("reindex", options.number("port", PORT));
        Side.empty(launch.folder());
        var quick = options.has("quick");
        var synthea = new Synthea(workspace, options.number("population", quick ? 4 : 60), SEED);
        var table = new Indexings(launch, System.out).measured(synthea);
        System.out.println(table);
        if (!quick) {
            var folder =
                    Files.createDirectories(workspace.root().resolve("docs").resolve("performance"));
            Files.writeString(folder.resolve("reindexing.md"), page(table));
        }
        return true;
    }

    private String page(String table) throws IOException {
        var machine = Machine.here(workspace, command);
        return """
                # Indexing by posted search parameters

                What was stored before a SearchParameter was posted is indexed while one client updates Observations without
                pause. The time goes from the posting to the first answered search. A third parameter was posted, and the
                server killed on the way and started again: it found as many resources as the standard parameter.

                %s
                %s, %s, %s, commit %s: `%s`
                """.formatted(
                table, machine.processors(), machine.memory(), machine.jvm(), machine.commit(), machine.command());
    }
}
