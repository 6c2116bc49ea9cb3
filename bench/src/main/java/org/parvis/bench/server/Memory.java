package org.parvis.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that one process ever had resident, in megabytes: proc(5), VmHWM. */
public record Memory(long megabytes) {

    static Memory of(long process) throws IOException {
        var status = Files.readAllLines(Path.of("/proc", Long.toString(process), "status"));
        var resident = status.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow(() -> new IOException("No VmHWM for process " + process));
        return new Memory(Long.parseLong(resident.replaceAll("\\D", "")) / 1024);
    }
}
