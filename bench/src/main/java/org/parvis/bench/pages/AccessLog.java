package org.parvis.bench.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the server itself measured of each request: from the first line read to the last byte written.
 *
 * @param folder where it writes it
 */
public record AccessLog(Path folder) {
    private static final String FILE = "requests";

    /** The settings with which a server writes its log. */
    public String[] settings() {
        var log = "--server.tomcat.accesslog.";
        return new String[] {
            log + "enabled=true",
            log + "directory=" + folder,
            log + "prefix=" + FILE,
            // A round's mark is a name and a page; %D is in microseconds.
            log + "pattern=%{" + Browser.MARK + "}i %s %D"
        };
    }

    /** The times of each page in a round, read once the server has ended. */
    Map<Page, Times> times(String round) throws IOException {
        var times = new HashMap<Page, List<Duration>>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted(Comparator.naturalOrder()).toList()) {
                Files.readAllLines(file).forEach(line -> read(line, round, times));
            }
        }
        var pages = new HashMap<Page, Times>();
        times.forEach((page, all) -> pages.put(page, Times.of(all)));
        return pages;
    }

    private static void read(String line, String round, Map<Page, List<Duration>> times) {
        var words = line.split(" ", -1);
        if (words[0].equals(round)) {
            times.computeIfAbsent(Page.valueOf(words[1]), page -> new ArrayList<>())
                    .add(Duration.of(Long.parseLong(words[3]), ChronoUnit.MICROS));
        }
    }
}
