package org.parvis.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreachedPasswordsTest {

    @TempDir
    private Path folder;

    @Nested
    class Hold {
        @Test
        void isTrueForEachPasswordOfTheFile() throws Exception {
            var stolen = IntStream.range(0, 500)
                    .mapToObj(number -> "stolen " + number)
                    .toList();
            var passwords = file(stolen, "\r\n");

            assertThat(stolen).allMatch(passwords::hold);
        }

        @Test
        void isFalseForAnyOther() throws Exception {
            var passwords = file(List.of("one", "two", "three"), "\n");

            assertThat(IntStream.range(0, 500).mapToObj(number -> "mine " + number))
                    .noneMatch(passwords::hold);
        }

        @Test
        void isFalseForAnEmptyFileAndForNone() throws Exception {
            assertThat(file(List.of(), "\n").hold("mine")).isFalse();
            assertThat(new BreachedPasswords(Optional.empty()).hold("mine")).isFalse();
        }
    }

    private BreachedPasswords file(List<String> passwords, String lineEnd) throws Exception {
        var digest = MessageDigest.getInstance("SHA-1");
        var lines = passwords.stream()
                .map(password -> HexFormat.of().withUpperCase().formatHex(digest.digest(password.getBytes(UTF_8))))
                .sorted()
                .map(hash -> hash + ":" + hash.charAt(0) + lineEnd)
                .toList();
        return new BreachedPasswords(Optional.of(written(String.join("", lines))));
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("breached.txt"), text);
    }
}
