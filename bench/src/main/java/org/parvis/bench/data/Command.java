package org.parvis.bench.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A program of the machine, run to its end in a folder; its output goes to a log file beside its work. */
public record Command(List<String> words, Path folder, Path log) {

    public Command {
        words = List.copyOf(words);
    }

    public void run() throws IOException {
        var process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var code = awaited(process);
        if (code != 0) {
            throw new IOException("%s ended with %d: see %s".formatted(words.getFirst(), code, log));
        }
    }

    private static int awaited(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
