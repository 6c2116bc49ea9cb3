package org.parvis.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the repository's documents link to is there. */
class DocumentLinksTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");

    @Test
    void leadToFiles() throws IOException {
        try (var below = Files.walk(REPOSITORY.resolve("docs"))) {
            var documents = Stream.concat(
                    Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md").map(REPOSITORY::resolve),
                    below.filter(path -> path.toString().endsWith(".md")));

            assertThat(documents.flatMap(DocumentLinksTest::links)).allMatch(Files::exists, "is there");
        }
    }

    private static Stream<Path> links(Path document) {
        try {
            return LINK.matcher(Files.readString(document))
                    .results()
                    .map(link -> document.resolveSibling(link.group(1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
