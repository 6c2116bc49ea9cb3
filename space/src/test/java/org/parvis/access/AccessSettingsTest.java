package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccessSettingsTest {

    @Nested
    class Defaults {
        @Test
        void trustNobodyAndEndSessionsWithTheDay() {
            var settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                    .bindOrCreate("parvis.access", AccessSettings.class);

            assertThat(settings.trustedLoopback()).isFalse();
            assertThat(settings.folder()).isEqualTo(Path.of("data/access"));
            assertThat(settings.idle()).isEqualTo(Duration.ofHours(1));
            assertThat(settings.longest()).isEqualTo(Duration.ofHours(12));
            assertThat(settings.boundIdle()).isEqualTo(Duration.ofMinutes(15));
            assertThat(settings.boundLongest()).isEqualTo(Duration.ofHours(4));
            assertThat(settings.tokens()).isEqualTo(Duration.ofHours(1));
            assertThat(settings.accountTries()).isEqualTo(5);
            assertThat(settings.addressTries()).isEqualTo(50);
            assertThat(settings.longestWait()).isEqualTo(Duration.ofMinutes(15));
        }
    }
}
