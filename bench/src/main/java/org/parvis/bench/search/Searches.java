package org.parvis.bench.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parvis.bench.http.Request;
import org.parvis.bench.server.Server;

/** Fills a server with people, waits until the search knows them all, and looks for some of them in each way of asking. */
public final class Searches {
    private static final int AT_ONCE = 500;
    private static final int ASKED = 200;
    private static final int WARMING = 30;
    private static final String HEAD = """
            | whom | typed | asked | found | median ms | 95 % within ms | longest ms |
            |---|---|---|---|---|---|---|
            """;

    private final Server server;
    private final People people;
    private final PrintStream out;

    public Searches(Server server, long seed, PrintStream out) {
        this.server = server;
        this.people = new People(seed);
        this.out = out;
    }

    /** The table of what was measured. */
    public String measured(int patients, int professionals) throws IOException {
        fill(patients, people::patient);
        fill(professionals, people::professional);
        awaitKnown(people.patient(patients - 1));
        awaitKnown(people.professional(professionals - 1));
        var table = new StringBuilder(HEAD);
        for (var asking : Asking.values()) {
            table.append(looked("patients", asking, patients, people::patient)).append('\n');
        }
        table.append(looked("professionals", Asking.NAMES, professionals, people::professional))
                .append('\n');
        return table.toString();
    }

    private void fill(int count, IntFunction<Person> maker) throws IOException {
        var began = Instant.now();
        try (var connection = server.connect()) {
            for (int from = 0; from < count; from += AT_ONCE) {
                var entries = IntStream.range(from, Math.min(count, from + AT_ONCE))
                        .mapToObj(maker)
                        .map(Person::entry)
                        .collect(Collectors.joining(","));
                var bundle = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}";
                var answer = connection.send(Request.transaction(bundle.getBytes(UTF_8)));
                if (!answer.succeeded()) {
                    throw new IOException("Refused: " + answer.text());
                }
            }
        }
        out.printf(
                "%,d %ss are stored after %s%n", count, maker.apply(0).type(), Duration.between(began, Instant.now()));
    }

    private void awaitKnown(Person last) throws IOException {
        try (var page = new FindingPage(server)) {
            out.printf("The search knows the last %s after %s more%n", last.type(), page.awaitKnown(last));
        }
    }

    private String looked(String whom, Asking asking, int count, IntFunction<Person> maker) throws IOException {
        var random = new Random(asking.told().hashCode());
        int found = 0;
        List<Duration> times = new ArrayList<>();
        try (var findings = new FindingPage(server)) {
            for (int at = 0; at < WARMING + ASKED; at++) {
                var person = maker.apply(random.nextInt(count));
                var typed = asking.typed(person, random);
                var began = System.nanoTime();
                var page = findings.asked(typed);
                var time = Duration.ofNanos(System.nanoTime() - began);
                if (at >= WARMING) {
                    times.add(time);
                    found += FindingPage.isAmong(person, page) ? 1 : 0;
                }
            }
        }
        var row = new Finding(whom, asking, found, times).row();
        out.println(row);
        return row;
    }
}
