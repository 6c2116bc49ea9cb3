package org.parvis.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The PostgreSQL server process of a cluster, as the cluster's own {@code postmaster.pid} tells. */
record Postmaster(Path cluster, long pid, int port) {

    // Above every system's highest pid.
    private static final String NOBODY = "1000000000";

    private static final long A_MOMENT = 10_000_000;

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /** The server that the cluster's pid file names, running or not. */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        try {
            var lines = Files.readAllLines(file(cluster));
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            return Optional.of(new Postmaster(
                    cluster,
                    Long.parseLong(lines.get(PID_LINE).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /**
     * Lets a new server start in the place of this one, which no longer runs. PostgreSQL would take whoever has the pid now,
     * or the unburied dead, for its own server. The rest of the file stays: through it PostgreSQL makes sure that no session
     * of the dead server still writes.
     */
    void disown() throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(file(cluster)));
        lines.set(PID_LINE, NOBODY);
        Files.write(file(cluster), lines);
    }

    /**
     * Whether that process is this cluster's server. A pid alone proves nothing: after a reboot it may be anybody's.
     * A PostgreSQL server works in its cluster's folder; a dead process that nobody has buried works nowhere.
     */
    boolean runs() {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                    .equals(cluster);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Waits for the end of the process. {@code pg_ctl stop} waits for the end of its pid file only, a moment earlier. */
    void awaitEnd() {
        while (runs()) {
            LockSupport.parkNanos(A_MOMENT);
        }
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }
}
