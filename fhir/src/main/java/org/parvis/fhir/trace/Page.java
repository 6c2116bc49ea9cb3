package org.parvis.fhir.trace;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One file of the journal, a JSON object on each line, and what it holds. */
final class Page implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    // Not a channel, which would close when a waiting thread is interrupted.
    private final FileOutputStream out;
    private final List<Line> lines = new ArrayList<>();

    Page(Path file) throws IOException {
        this.file = file;
        this.out = new FileOutputStream(file.toFile(), true);
    }

    /** A page that an earlier process left. Its last line may be torn: what that line told of was never shown. */
    static Page left(Path file) throws IOException {
        var page = new Page(file);
        byte[] bytes = Files.readAllBytes(file);
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                page.lines.add(JSON.readValue(Arrays.copyOfRange(bytes, from, at), Line.class));
                from = at + 1;
            }
        }
        return page;
    }

    static byte[] written(List<Line> lines) {
        var bytes = new ByteArrayOutputStream(512);
        for (Line line : lines) {
            bytes.writeBytes(bytes(line));
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    /** Adds lines that were written like this. They outlive this process, and the database's, once it comes back. */
    void add(List<Line> added, byte[] written) throws IOException {
        out.write(written);
        lines.addAll(added);
    }

    List<Line> lines() {
        return lines;
    }

    /** Throws the page away: all of it is in the database. */
    void discard() throws IOException {
        close();
        Files.delete(file);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static byte[] bytes(Line line) {
        try {
            return JSON.writeValueAsBytes(line);
        } catch (IOException e) {
            throw new IllegalStateException("A line could not be written as JSON", e);
        }
    }
}
