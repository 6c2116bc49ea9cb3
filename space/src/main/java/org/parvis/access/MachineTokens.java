package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The tokens of {@code ./parvis token}. Each is an empty file of the access folder, named by the token's hash: whoever can
 * put one there has the data in hand already. It serves for a time from the file's date on.
 */
@Component
@Order(MachineTokens.ORDER)
final class MachineTokens implements Recognition {

    static final int ORDER = 10;

    private static final String SCHEME = "Bearer ";

    private final Path folder;
    private final AccessSettings settings;
    private final InstantSource clock;

    MachineTokens(AccessSettings settings, InstantSource clock) {
        this.folder = settings.folder().resolve("tokens");
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Visitor> visitor(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.startsWith(SCHEME) && isGood(new Secret(header.substring(SCHEME.length())))
                ? Optional.of(Visitor.machine())
                : Optional.empty();
    }

    private boolean isGood(Secret token) {
        try {
            var made = Files.getLastModifiedTime(folder.resolve(HexFormat.of().formatHex(token.hash())))
                    .toInstant();
            return clock.instant().isBefore(made.plus(settings.tokens()));
        } catch (NoSuchFileException unknown) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
