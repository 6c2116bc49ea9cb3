package org.parvis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.parvis.bench.data.Workspace;
import org.parvis.bench.load.Comparison;
import org.parvis.bench.load.Machine;
import org.parvis.bench.load.Plan;
import org.parvis.bench.server.Launches;

/** One run of the performance table, written to docs/performance under the name given. */
record TableRun(Workspace workspace, Options options, String command) {
    private static final int PEER_PORT = 8185;
    private static final int PARVIS_PORT = 8186;

    boolean run() throws IOException, SQLException {
        var launches = new Launches(workspace);
        var parvis = launches.parvis("load", PARVIS_PORT);
        var peer = launches.peer(Launches.PeerRole.LOAD, "load", PEER_PORT);
        Side.empty(parvis.folder());
        Side.empty(peer.folder());
        var table =
                new Comparison(workspace, plan(), System.out).measured(parvis, peer, Machine.here(workspace, command));
        System.out.println(table);
        var folder = Files.createDirectories(workspace.root().resolve("docs").resolve("performance"));
        var name = options.text("name").orElse("hapi-side-by-side");
        if (!options.has("quick")) {
            Files.writeString(folder.resolve(name + ".md"), table);
        }
        return true;
    }

    private Plan plan() {
        return options.has("quick")
                ? Plan.quick()
                : Plan.full(options.number("population", 100), options.number("grow", 0));
    }
}
