package org.parvis.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Processor time spent so far by a server's JVM and by all processes of its PostgreSQL, ended ones included. */
public record Cpu(Duration server, Duration database) {
    private static final Path PROCESSES = Path.of("/proc");
    /** Linux counts in hundredths of a second, whatever its own clock: proc(5). */
    private static final Duration TICK = Duration.ofMillis(10);

    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int ENDED_CHILDREN_USER = 13;
    private static final int ENDED_CHILDREN_SYSTEM = 14;

    static Cpu of(long server, long postmaster) throws IOException {
        var database = ticks(stat(postmaster), USER, SYSTEM, ENDED_CHILDREN_USER, ENDED_CHILDREN_SYSTEM);
        for (var child : children(postmaster)) {
            database += ticks(child, USER, SYSTEM);
        }
        return new Cpu(TICK.multipliedBy(ticks(stat(server), USER, SYSTEM)), TICK.multipliedBy(database));
    }

    /** What was spent since an earlier reading. */
    public Cpu since(Cpu earlier) {
        return new Cpu(server.minus(earlier.server), database.minus(earlier.database));
    }

    public Cpu plus(Cpu other) {
        return new Cpu(server.plus(other.server), database.plus(other.database));
    }

    public Duration total() {
        return server.plus(database);
    }

    private static long ticks(List<String> stat, int... fields) {
        var sum = 0L;
        for (var field : fields) {
            sum += Long.parseLong(stat.get(field));
        }
        return sum;
    }

    private static List<List<String>> children(long parent) throws IOException {
        try (var processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            var children = new ArrayList<List<String>>();
            for (var process : processes) {
                var stat = stat(Long.parseLong(process.getFileName().toString()));
                if (!stat.isEmpty() && stat.get(PARENT).equals(Long.toString(parent))) {
                    children.add(stat);
                }
            }
            return children;
        }
    }

    /** The fields after the process's name, which may itself hold spaces; none if the process has ended meanwhile. */
    private static List<String> stat(long process) throws IOException {
        try {
            var line =
                    Files.readString(PROCESSES.resolve(Long.toString(process)).resolve("stat"));
            return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (NoSuchFileException ended) {
            return List.of();
        } catch (IOException ended) {
            if (ended.getMessage() != null && ended.getMessage().contains("No such process")) {
                return List.of();
            }
            throw ended;
        }
    }
}
