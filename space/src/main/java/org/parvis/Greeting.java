package org.parvis;

import org.parvis.database.Database;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the server where it is, what to try and where the data are. */
@Component
class Greeting {

    private final Database database;

    Greeting(Database database) {
        this.database = database;
    }

    @EventListener
    void print(ApplicationReadyEvent ready) {
        var port = ready.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port");
        System.out.println(text(port));
    }

    private String text(String port) {
        return """

                Parvis is ready: http://localhost:%1$s
                Only programs on this machine can reach it, and they may do everything: there are no accounts yet.

                Try    curl http://localhost:%1$s/fhir/metadata
                       curl -H 'Content-Type: application/fhir+json' http://localhost:%1$s/fhir/Patient \\
                            -d '{"resourceType":"Patient","name":[{"family":"Martin","given":["Jeanne"]}]}'
                       curl 'http://localhost:%1$s/fhir/Patient?name=martin'
                Data   %2$s
                Stop   Ctrl-C
                """.formatted(port, data());
    }

    private String data() {
        var server = "PostgreSQL %s".formatted(database.facts().version());
        var safety = database.facts().durable()
                ? "a write is answered once it is on the disk"
                : "WARNING: its settings let a power cut take acknowledged writes";
        return database.embedded()
                ? "%s (%s, run by Parvis; %s)".formatted(database.place(), server, safety)
                : "%s (%s; %s)".formatted(database.place(), server, safety);
    }
}
