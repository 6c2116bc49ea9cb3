package org.parvis;

import org.parvis.access.Enrolment;
import org.parvis.database.Database;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the server where it is, what to try and where the data are. */
@Component
class Greeting {

    private final Database database;
    private final Enrolment enrolment;

    Greeting(Database database, Enrolment enrolment) {
        this.database = database;
        this.enrolment = enrolment;
    }

    @EventListener
    void print(ApplicationReadyEvent ready) {
        var port = ready.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port");
        System.out.println(text(port));
    }

    private String text(String port) {
        return """

                Parvis is ready: http://localhost:%1$s
                %2$s
                Try    token=$(./parvis token)    lets a program of this machine in for an hour
                       curl -H "Authorization: Bearer $token" -H 'Content-Type: application/fhir+json' \\
                            http://localhost:%1$s/fhir/Patient \\
                            -d '{"resourceType":"Patient","name":[{"family":"Martin","given":["Jeanne"]}]}'
                       curl -H "Authorization: Bearer $token" 'http://localhost:%1$s/fhir/Patient?name=martin'
                Data   %3$s
                Stop   Ctrl-C
                """.formatted(port, firstOperator(port), data());
    }

    private String firstOperator(String port) {
        return enrolment
                .inviteFirstOperator()
                .map(link -> """
                        Nobody has an account yet. Whoever opens this link within 24 hours becomes its operator:
                        http://localhost:%s/invitation/%s
                        """.formatted(port, link.text()))
                .orElse("");
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
