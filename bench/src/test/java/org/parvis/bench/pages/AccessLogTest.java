package org.parvis.bench.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogTest {

    @Nested
    class TheTimesOfARound {
        @Test
        void areThoseOfItsMarkPageByPage(@TempDir Path folder) throws IOException {
            Files.writeString(folder.resolve("requests.2026-11-22.log"), """
                    - 200 900
                    warming RECORD 200 80000
                    reading RECORD 200 12000
                    reading SEARCH 200 3500
                    """);

            assertThat(new AccessLog(folder).times("reading"))
                    .isEqualTo(Map.of(
                            Page.RECORD, new Times(List.of(Duration.ofMillis(12))),
                            Page.SEARCH, new Times(List.of(Duration.ofNanos(3_500_000)))));
        }
    }
}
