package org.parvis.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.parvis.bench.data.Workspace;

/** What a figure was measured on, without which it means nothing. */
public record Machine(String processors, String memory, String jvm, String commit, String command) {

    public static Machine here(Workspace workspace, String command) throws IOException {
        var cores = Runtime.getRuntime().availableProcessors();
        return new Machine(
                "%d x %s".formatted(cores, line("/proc/cpuinfo", "model name")),
                line("/proc/meminfo", "MemTotal"),
                System.getProperty("java.vm.vendor") + " " + System.getProperty("java.version"),
                commit(workspace.root()),
                command);
    }

    private static String line(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("unknown");
    }

    private static String commit(Path root) throws IOException {
        var process = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=10")
                .directory(root.toFile())
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
