package org.parvis.fhir.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far the files of an export are. */
record Progress(List<ExportFile> files) {

    /** Short enough for a header: `Observation: 12 000 of about 48 000 (31 %)`, the percentage being that of all files. */
    String text() {
        if (files.isEmpty()) {
            return "counting";
        }
        Optional<ExportFile> current =
                files.stream().filter(file -> !file.done()).findFirst();
        return current.map(file -> "%s: %s (%d %%)".formatted(file.shownType(), done(file), percent()))
                .orElse("finishing");
    }

    /** Of all resources, how many per cent are written, as far as can be told. */
    int percent() {
        long expected = files.stream().mapToLong(Progress::total).sum();
        return expected == 0 ? 0 : (int) (100 * resources() / expected);
    }

    long resources() {
        return files.stream().mapToLong(ExportFile::resources).sum();
    }

    long bytes() {
        return files.stream().mapToLong(ExportFile::bytes).sum();
    }

    private static String done(ExportFile file) {
        return file.expected() < 0
                ? grouped(file.resources())
                : grouped(file.resources()) + " of about " + grouped(total(file));
    }

    // What was counted at the start may since have grown or shrunk.
    private static long total(ExportFile file) {
        return file.done() ? file.resources() : Math.max(file.expected(), file.resources());
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }
}
