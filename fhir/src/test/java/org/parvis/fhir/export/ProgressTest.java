package org.parvis.fhir.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.export.ExportFile.Kind;

class ProgressTest {

    private static ExportFile file(String type, long expected, long resources, boolean done) {
        return new ExportFile("job", 0, Kind.RESOURCES, type, "", expected, resources, 10, List.of(), done);
    }

    @Test
    void namesTheFileInHandAndThePercentageOfAll() {
        var progress = new Progress(List.of(
                file("Condition", 3000, 2880, true),
                file("Observation", 48000, 12000, false),
                file("Patient", -1, 0, false)));

        assertThat(progress.text()).isEqualTo("Observation: 12 000 of about 48 000 (29 %)");
        assertThat(progress.resources()).isEqualTo(14880);
        assertThat(progress.bytes()).isEqualTo(30);
    }

    @Test
    void neverPassesAHundredPerCent() {
        assertThat(new Progress(List.of(file("Patient", 10, 12, false))).text())
                .isEqualTo("Patient: 12 of about 12 (100 %)");
    }

    @Test
    void doesWithoutACount() {
        assertThat(new Progress(List.of(file("Patient", -1, 12, false))).text()).startsWith("Patient: 12 (");
    }

    @Test
    void tellsTheBeginningAndTheEnd() {
        assertThat(new Progress(List.of()).text()).isEqualTo("counting");
        assertThat(new Progress(List.of(file("Patient", 10, 10, true))).text()).isEqualTo("finishing");
    }
}
