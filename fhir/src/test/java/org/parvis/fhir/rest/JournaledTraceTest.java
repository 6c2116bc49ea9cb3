package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.store.TestPostgres;
import org.parvis.fhir.trace.TraceSettings;

/** What was shown is in the trace once, whatever ended between the answer and the database. */
class JournaledTraceTest {

    private static final String SEARCHES = "AuditEvent?date=ge2020-01-01&subtype=search";

    @TempDir
    private Path journals;

    private DataSource database;

    @BeforeEach
    void open() {
        database = TestPostgres.database();
    }

    private FhirEndpoint server() {
        return FhirEndpoint.open(FhirSettings.defaults().with(new TraceSettings(true, journals)), database);
    }

    private static void look(FhirEndpoint server, String address) {
        new FhirClient(server, Caller.system(), Origin.at("10.0.0.1")).get(address);
    }

    private static int searchesIn(FhirEndpoint server) {
        return new FhirClient(server, Caller.system())
                .get(SEARCHES)
                .json()
                .path("entry")
                .size();
    }

    private List<Path> pages() throws IOException {
        try (var files = Files.walk(journals)) {
            return files.filter(file -> file.toString().endsWith(".ndjson")).toList();
        }
    }

    /** The pages as they stand between an answer and the database, left by a process that ended then. */
    private void leave(UnaryOperator<String> change) throws IOException {
        for (Path page : pages()) {
            Path left = Files.createDirectories(page.resolve("../../ended").normalize());
            Files.writeString(left.resolve(page.getFileName()), change.apply(Files.readString(page)));
        }
    }

    @Nested
    class WhatWasShown {
        @Test
        void isReadAtOnce() {
            try (var server = server()) {
                look(server, "Patient?family=petit");

                assertThat(searchesIn(server)).isEqualTo(1);
            }
        }

        @Test
        void isReadOnceThoughItsPageRemained() throws IOException {
            try (var server = server()) {
                look(server, "Patient?family=petit");
                leave(UnaryOperator.identity());
            }

            try (var next = server()) {
                assertThat(searchesIn(next)).isEqualTo(1);
            }
        }

        @Test
        void isReadThoughItHadNotReachedTheDatabase() throws IOException {
            try (var server = server()) {
                look(server, "Patient?family=petit");
                leave(page -> page.replaceFirst("\"number\":\\d+", "\"number\":1"));
            }

            try (var next = server()) {
                assertThat(searchesIn(next)).isEqualTo(2);
            }
        }
    }
}
