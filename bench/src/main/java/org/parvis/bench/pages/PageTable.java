package org.parvis.bench.pages;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parvis.bench.pages.Browser.Opened;
import org.parvis.bench.pages.Round.Walked;

/**
 * What came of a round, page by page.
 *
 * @param served what the server measured of it
 */
record PageTable(Map<Page, Times> served, Walked walked) {

    private static final Times NONE = new Times(List.of());

    /** @param cpu the processor's milliseconds for each page, when it alone is asked for */
    String text(Map<Page, Double> cpu) {
        var text = new Formatter(Locale.ROOT);
        text.format(
                "| page | opened | server ms, median | 95 %% within | seen ms, median | 95 %% within | CPU ms | KB sent |%n");
        text.format("|---|---|---|---|---|---|---|---|%n");
        for (var page : Page.values()) {
            var opened =
                    walked.opened().stream().filter(one -> one.page() == page).toList();
            var seen = Times.of(opened.stream().map(Opened::time).toList());
            var server = served.getOrDefault(page, NONE);
            text.format(
                    "| %s | %d | %.1f | **%.1f** | %.1f | %.1f | %.1f | %.1f |%n",
                    page.told(),
                    seen.count(),
                    server.medianMillis(),
                    server.mostMillis(),
                    seen.medianMillis(),
                    seen.mostMillis(),
                    cpu.getOrDefault(page, 0.0),
                    opened.stream().mapToInt(Opened::bytes).average().orElse(0) / 1e3);
        }
        text.format(
                "%n%.1f pages a second; %.1f ms of processor a page, PostgreSQL's included.%n",
                walked.perSecond(), walked.cpuMillis());
        return text.toString();
    }
}
