package org.parvis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import org.parvis.bench.data.Workspace;
import org.parvis.bench.load.Machine;
import org.parvis.bench.load.Population;
import org.parvis.bench.pages.AccessLog;
import org.parvis.bench.pages.PageTimes;
import org.parvis.bench.pages.Town;
import org.parvis.bench.server.Launches;

/** One measurement of the pages that people see most, with many of them at once, written to docs/performance. */
record PagesRun(Workspace workspace, Options options, String command) {
    private static final int PORT = 8190;
    private static final int USERS = 200;
    private static final int NAMED = 5_000;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    boolean run() throws IOException, SQLException {
        boolean quick = options.has("quick");
        int users = options.number("users", quick ? USERS / 10 : USERS);
        int whole = options.number("population", quick ? 4 : 60);
        var log = new AccessLog(workspace.made("parvis-pages").resolve("requests"));
        var launch = new Launches(workspace).parvis("pages", options.number("port", PORT), log.settings());
        Side.empty(launch.folder());
        var town = new Town(Population.of(workspace, whole), quick ? NAMED / 10 : NAMED, users - whole);
        var lasting = Duration.ofSeconds(options.number("seconds", quick ? 4 : 120));
        var table = new PageTimes(log, users, quick ? Duration.ofSeconds(1) : PAUSE, lasting, System.out)
                .measured(launch, town);
        System.out.println(table);
        if (!quick) {
            var folder =
                    Files.createDirectories(workspace.root().resolve("docs").resolve("performance"));
            Files.writeString(folder.resolve("pages.md"), page(table));
        }
        return true;
    }

    private String page(String table) throws IOException {
        var machine = Machine.here(workspace, command);
        return """
                # The pages, with many people at once

                Doctors and patients, each with a session of their own, go over the five pages that people see most. "Server" is
                what the server says that a request took, from its first line to the last byte of its answer; "seen" is what the
                user waited, on the same machine; CPU is measured while four users open this page alone, again and again. To
                reach: 95 %% within 50 ms of the server, with 200 users at once.

                %s
                %s, %s, %s, commit %s: `%s`
                """.formatted(
                table, machine.processors(), machine.memory(), machine.jvm(), machine.commit(), machine.command());
    }
}
