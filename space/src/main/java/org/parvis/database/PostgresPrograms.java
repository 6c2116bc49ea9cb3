package org.parvis.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs {@code initdb}, {@code pg_ctl} and {@code postgres}. */
record PostgresPrograms(Path folder) {

    /** Runs one program to its end. */
    void run(String program, List<String> arguments) {
        run(program, arguments, "");
    }

    /** Runs one program to its end, giving it this input. When it fails, its own words are the refusal's message. */
    void run(String program, List<String> arguments, String input) {
        try {
            var process = start(program, arguments);
            try (var standardInput = process.outputWriter(UTF_8)) {
                standardInput.write(input);
            }
            var words = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new DatabaseRefused("PostgreSQL's %s failed: %s".formatted(program, words.strip()));
            }
        } catch (IOException failure) {
            throw new DatabaseRefused(
                    "PostgreSQL's %s cannot run: %s".formatted(program, failure.getMessage()), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DatabaseRefused("Interrupted while PostgreSQL's %s was running".formatted(program), stopped);
        }
    }

    private Process start(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root. In a user namespace of its own it is nobody, and its files still are
            // ours.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // A PGDATA or PGPORT of the operator's own PostgreSQL must not steer this one.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder.start();
    }
}
