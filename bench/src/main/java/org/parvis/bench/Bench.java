package org.parvis.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.parvis.bench.crash.Crashes;
import org.parvis.bench.data.Examples;
import org.parvis.bench.data.Synthea;
import org.parvis.bench.data.Workspace;
import org.parvis.bench.server.Launches;
import org.parvis.bench.server.Server;

/** The bench's door: what it can do is what {@code ./parvis bench} prints. */
public final class Bench {
    private static final String USAGE = """
            ./parvis bench peer      start the peer (HAPI JPA on its own PostgreSQL) on http://127.0.0.1:8181/fhir
            ./parvis bench data      make the synthetic population and fetch the published examples
            ./parvis bench oracle    ask Parvis and the peer the same searches and compare
                --seed N  --queries N  --parvis URL  --peer URL  --keep  --peer-alone  --planted-faults
            ./parvis bench table     measure both and write docs/performance
                --quick  --population N  --grow N (times as many patients more)  --name NAME
            ./parvis bench crash     kill Parvis, then its PostgreSQL, under load; check every acknowledged write
                --server N  --database N
            ./parvis bench suites    put the tests of others to Parvis
                --every N (one case in N)  --parvis URL
            ./parvis bench trace     measure what the trace costs and write docs/performance
                --quick  --population N  --clients N
            ./parvis bench search    fill a Parvis with people, look for some of them, write docs/performance
                --quick  --patients N  --professionals N
            ./parvis bench pages     have many people use the pages at once, write docs/performance
                --quick  --users N  --population N  --seconds N
            ./parvis bench reindex   post search parameters to a filled Parvis, kill it on the way, write docs/performance
                --quick  --population N
            """;

    private Bench() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        if (arguments.length == 0) {
            System.out.print(USAGE);
            return;
        }
        var options = Options.parse(Arrays.asList(arguments).subList(1, arguments.length));
        var clean = run(arguments[0], options, Workspace.here());
        System.exit(clean ? 0 : 1);
    }

    private static boolean run(String verb, Options options, Workspace workspace) throws IOException, SQLException {
        return switch (verb) {
            case "peer" -> peer(options, workspace);
            case "data" -> data(options, workspace);
            case "oracle" -> new OracleRun(workspace, options).isClean();
            case "table" -> new TableRun(workspace, options, command(verb, options)).run();
            case "crash" -> crash(options, workspace);
            case "suites" -> new SuitesRun(workspace, options).isClean();
            case "trace" -> new TraceRun(workspace, options, command(verb, options)).run();
            case "search" -> new SearchRun(workspace, options, command(verb, options)).run();
            case "pages" -> new PagesRun(workspace, options, command(verb, options)).run();
            case "reindex" -> new ReindexRun(workspace, options, command(verb, options)).run();
            default -> throw new IllegalArgumentException("The bench does not know " + verb + "\n" + USAGE);
        };
    }

    private static boolean peer(Options options, Workspace workspace) throws IOException, SQLException {
        var role = options.has("load") ? Launches.PeerRole.LOAD : Launches.PeerRole.ORACLE;
        var launch = new Launches(workspace).peer(role, "by-hand", options.number("port", 8181));
        try (var server = Server.start(launch)) {
            System.out.printf("%s answers at %s after %s%n", server.brand(), server.base(), server.untilFirstAnswer());
            server.handle().onExit().join();
        }
        return true;
    }

    private static boolean crash(Options options, Workspace workspace) throws IOException {
        var launch = new Launches(workspace).parvis("crash", options.number("port", 8183));
        Side.empty(launch.folder());
        return new Crashes(launch, System.out).survived(options.number("server", 50), options.number("database", 10));
    }

    private static boolean data(Options options, Workspace workspace) throws IOException, SQLException {
        var synthea = new Synthea(workspace, options.number("population", 60), options.number("seed", 42));
        List.of(
                        synthea.bundles().size() + " bundles",
                        new Examples(workspace).files().size() + " examples")
                .forEach(System.out::println);
        return true;
    }

    private static String command(String verb, Options options) {
        var words = new StringBuilder("./parvis bench ").append(verb);
        options.values()
                .forEach((name, value) ->
                        words.append(" --").append(name).append(value.equals("yes") ? "" : " " + value));
        return words.toString();
    }
}
