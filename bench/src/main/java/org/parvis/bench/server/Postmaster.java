package org.parvis.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first process of a PostgreSQL, known by the file that it keeps in its own data folder. */
public record Postmaster(long pid, int port) {
    private static final String FILE = "postmaster.pid";
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /** Reads the postmaster of the PostgreSQL whose data lie in the folder. */
    static Postmaster of(Path folder) throws IOException {
        var lines = Files.readAllLines(folder.resolve(FILE));
        return new Postmaster(
                Long.parseLong(lines.get(PID_LINE).strip()),
                Integer.parseInt(lines.get(PORT_LINE).strip()));
    }

    public ProcessHandle handle() throws IOException {
        return ProcessHandle.of(pid).orElseThrow(() -> new IOException("PostgreSQL " + pid + " has ended"));
    }
}
