package org.parvis.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerKeyTest {

    private static final byte[] SECRET = "a one-time-code key".getBytes(UTF_8);

    @TempDir
    private Path folder;

    @Nested
    class Sealing {
        @Test
        void isUndoneByTheSameKeyAfterARestart() {
            var sealed = key("key").seal(SECRET);

            assertThat(key("key").open(sealed)).isEqualTo(SECRET);
        }

        @Test
        void hidesTheSameSecretDifferentlyEachTime() {
            var key = key("key");

            assertThat(key.seal(SECRET)).isNotEqualTo(key.seal(SECRET));
        }

        @Test
        void isNotUndoneByAnotherKey() {
            var sealed = key("key").seal(SECRET);

            assertThatIllegalStateException().isThrownBy(() -> key("other").open(sealed));
        }
    }

    @Nested
    class TheFile {
        @Test
        void isReadableByItsOwnerOnly() throws IOException {
            key("key");

            assertThat(Files.getPosixFilePermissions(folder.resolve("key")))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    private ServerKey key(String name) {
        return ServerKey.in(folder.resolve(name), new SecureRandom());
    }
}
