package org.parvis.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Passwords that were stolen elsewhere: lines {@code SHA1:count} sorted by their hash, as Have I Been Pwned publishes them.
 * The file of 40 GB is searched where it lies, in about forty reads; no password leaves the server.
 *
 * @param file empty when the operator has none
 */
record BreachedPasswords(Optional<Path> file) {

    private static final int HASH = 40;

    boolean hold(String password) {
        return file.isPresent() && holds(file.get(), sha1(password));
    }

    private static boolean holds(Path file, String hash) {
        try (var lines = new RandomAccessFile(file.toFile(), "r")) {
            // The line sought begins in [from, to), if it is there at all.
            long from = 0;
            long to = lines.length();
            while (from < to) {
                long middle = (from + to) >>> 1;
                long line = firstLineFrom(lines, middle);
                var found = hashAt(lines, line);
                int order = found == null || line >= to ? -1 : hash.compareTo(found);
                if (order == 0) {
                    return true;
                }
                if (order < 0) {
                    to = middle;
                    continue;
                }
                from = line + 1;
            }
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException("The file of breached passwords cannot be read: " + file, failure);
        }
    }

    /** Where the first line begins that does not begin before this place. */
    private static long firstLineFrom(RandomAccessFile lines, long place) throws IOException {
        if (place == 0) {
            return 0;
        }
        lines.seek(place - 1);
        lines.readLine();
        return lines.getFilePointer();
    }

    private static @Nullable String hashAt(RandomAccessFile lines, long place) throws IOException {
        var bytes = new byte[HASH];
        lines.seek(place);
        return lines.read(bytes) < HASH ? null : new String(bytes, ISO_8859_1);
    }

    private static String sha1(String password) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
