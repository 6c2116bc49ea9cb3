package org.parvis.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parvis.RunningServer;
import org.parvis.web.Look;
import org.parvis.web.PageVisit;

class RecordJourney {

    @BeforeAll
    static void keepTheRecord() {
        RunningServer.keep("records/jeanne.json");
    }

    @Nested
    class EveryTab {
        @ParameterizedTest(name = "{0} {2}")
        @MethodSource("org.parvis.records.RecordJourney#tabsInEveryLook")
        void isSound(String name, String path, Look look) {
            assertThat(PageVisit.to(path, look, name).faults()).isEmpty();
        }
    }

    @Nested
    class ReadingARecord {
        @Test
        void goesFromTheSummaryToADocument() {
            PageVisit.acting("/dossier/jeanne", page -> {
                page.getByText("Documents").first().click();
                page.getByText("Lettre de sortie de cardiologie").waitFor();

                assertThat(page.locator("nav.tabs [aria-current=page]").textContent())
                        .isEqualTo("Documents");
            });
        }
    }

    static Stream<Arguments> tabsInEveryLook() {
        return Stream.of(
                        Arguments.of("record-summary", "/dossier/jeanne"),
                        Arguments.of("record-timeline", "/dossier/jeanne/fil"),
                        Arguments.of("record-results", "/dossier/jeanne/resultats"),
                        Arguments.of("record-documents", "/dossier/jeanne/documents"))
                .flatMap(page ->
                        Arrays.stream(Look.values()).map(look -> Arguments.of(page.get()[0], page.get()[1], look)));
    }
}
