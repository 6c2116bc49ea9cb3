package org.parvis.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * What everybody accepts before they use Parvis. A new version is accepted anew.
 *
 * @param version only grows
 */
public record Charter(int version, List<Chapter> chapters) {

    private static final String VERSION = "version ";
    private static final String HEADING = "# ";

    public Charter {
        chapters = List.copyOf(chapters);
    }

    /** A heading and its sentences. */
    public record Chapter(String heading, List<String> sentences) {

        public Chapter {
            sentences = List.copyOf(sentences);
        }
    }

    /** The charter of this file, or Parvis's own. A file that cannot be read stops the start. */
    static Charter in(@Nullable Path file) {
        try {
            return read(
                    file == null
                            ? new ClassPathResource("charter/charter.txt").getContentAsString(UTF_8)
                            : Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("The usage charter cannot be read: " + file, failure);
        }
    }

    /** A first line {@code version 3}, then a line {@code # heading} before the sentences of each chapter, one a line. */
    static Charter read(String text) {
        var lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || !lines.getFirst().startsWith(VERSION)) {
            throw new IllegalArgumentException("A usage charter begins with a line such as 'version 3'");
        }
        var version =
                Integer.parseInt(lines.getFirst().substring(VERSION.length()).strip());
        var chapters = new ArrayList<Chapter>();
        for (var line : lines.subList(1, lines.size())) {
            if (line.startsWith(HEADING)) {
                chapters.add(new Chapter(line.substring(HEADING.length()), List.of()));
                continue;
            }
            chapters.add(chapters.isEmpty() ? new Chapter("", List.of(line)) : with(chapters.removeLast(), line));
        }
        return new Charter(version, chapters);
    }

    private static Chapter with(Chapter chapter, String sentence) {
        var sentences = new ArrayList<>(chapter.sentences());
        sentences.add(sentence);
        return new Chapter(chapter.heading(), sentences);
    }
}
