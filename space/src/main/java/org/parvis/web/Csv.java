package org.parvis.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.web.servlet.View;

/** A list as a file that a French spreadsheet opens at once: semicolons, and a mark that says it is UTF-8. */
public record Csv(String name, List<String> heads, Rows rows) {

    private static final String UTF_8_MARK = "\uFEFF";

    /** What a spreadsheet would take for a formula when a cell begins with it. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    public Csv {
        heads = List.copyOf(heads);
    }

    public Csv(String name, List<String> heads, List<List<String>> rows) {
        this(name, heads, List.copyOf(rows)::forEach);
    }

    /** The rows, made one after the other while the file is sent. */
    public interface Rows {

        /** Tells each of them. */
        void tell(Consumer<List<String>> row);
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
        var lines = new PrintStream(out, false, UTF_8);
        lines.print(UTF_8_MARK);
        lines.print(line(heads));
        rows.tell(row -> lines.print(line(row)));
        lines.flush();
        if (lines.checkError()) {
            throw new IOException("Whoever asked for %s.csv has gone".formatted(name));
        }
    }

    String text() {
        var text = new StringBuilder(UTF_8_MARK).append(line(heads));
        rows.tell(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> row) {
        return row.stream().map(Csv::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
