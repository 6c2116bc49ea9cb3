package org.parvis.bench.pages;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parvis.bench.pages.Round.Walked;
import org.parvis.bench.server.Launch;
import org.parvis.bench.server.Server;

/**
 * How long pages take while many people use them at once: as the server sees it, as they see it, and what each costs.
 *
 * @param users how many use them at once
 * @param pause how long they read a page on average
 * @param lasting how long each round is
 */
public record PageTimes(AccessLog log, int users, Duration pause, Duration lasting, PrintStream out) {

    /** So many keep two cores busy, and no page waits long for another. */
    private static final int FEW = 4;

    /** What each round showed. */
    private record Walks(Walked reading, Walked pressing, Map<Page, Walked> alone) {}

    /** The Markdown of the result, measured on a server whose folder is empty. */
    public String measured(Launch launch, Town town) throws IOException, SQLException {
        Walks walks;
        try (var server = Server.start(launch)) {
            var people = town.settle(server);
            out.printf("%d people can use the pages%n", people.size());
            var browsers = new ArrayList<Browser>();
            try (var database = server.database();
                    var sessions = new Sessions(database)) {
                for (var user : people.subList(0, Math.min(users, people.size()))) {
                    browsers.add(sessions.open(user));
                }
            }
            walks = walked(server, browsers);
        }
        return table(walks);
    }

    private Walks walked(Server server, List<Browser> browsers) throws IOException {
        round("warming", Optional.empty(), Duration.ZERO).walk(server, few(browsers));
        var reading = told(round("reading", Optional.empty(), pause).walk(server, browsers));
        var alone = new EnumMap<Page, Walked>(Page.class);
        for (var page : Page.values()) {
            var readers = browsers.stream()
                    .filter(browser -> page.isFor(browser.user()))
                    .toList();
            alone.put(
                    page, told(round("alone", Optional.of(page), Duration.ZERO).walk(server, few(readers))));
        }
        var pressing = told(round("pressing", Optional.empty(), Duration.ZERO).walk(server, browsers));
        return new Walks(reading, pressing, alone);
    }

    private Round round(String name, Optional<Page> only, Duration rest) {
        return new Round(name, only, rest, only.isPresent() ? lasting.dividedBy(4) : lasting);
    }

    /** Some of them, of all sorts. */
    private static List<Browser> few(List<Browser> browsers) {
        return List.of(
                browsers.getFirst(),
                browsers.get(browsers.size() / FEW),
                browsers.get(browsers.size() / 2),
                browsers.getLast());
    }

    private Walked told(Walked walked) {
        out.printf(
                "%d pages, %.1f a second, %.1f ms of processor each%n",
                walked.opened().size(), walked.perSecond(), walked.cpuMillis());
        return walked;
    }

    private String table(Walks walks) throws IOException {
        var alone = new EnumMap<Page, Double>(Page.class);
        walks.alone().forEach((page, walked) -> alone.put(page, walked.cpuMillis()));
        return """
                ## %d users, who read each page for %d s

                %s
                ## The same users, who ask for the next page at once

                %s""".formatted(
                        users,
                        pause.toSeconds(),
                        new PageTable(log.times("reading"), walks.reading()).text(alone),
                        new PageTable(log.times("pressing"), walks.pressing()).text(alone));
    }
}
