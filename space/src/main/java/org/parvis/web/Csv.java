package org.parvis.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.servlet.View;

/** A list as a file that a French spreadsheet opens at once: semicolons, and a mark that says it is UTF-8. */
public record Csv(String name, List<String> heads, List<List<String>> rows) {

    private static final String UTF_8_MARK = "\uFEFF";

    /** What a spreadsheet would take for a formula when a cell begins with it. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    public Csv {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The file, to be kept under its name. */
    public View view() {
        return (model, request, response) -> {
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(name));
            response.setHeader("Cache-Control", "no-store");
            write(response.getOutputStream());
        };
    }

    private void write(OutputStream out) throws IOException {
        out.write(text().getBytes(UTF_8));
    }

    String text() {
        return Stream.concat(Stream.of(heads), rows.stream())
                .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n", UTF_8_MARK, "\r\n"));
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
