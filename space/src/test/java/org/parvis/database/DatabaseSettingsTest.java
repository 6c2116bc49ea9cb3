package org.parvis.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DatabaseSettingsTest {

    @Nested
    class Defaults {
        @Test
        void nameTheEmbeddedDatabaseBelowData() {
            var settings = bound(Map.of());

            assertThat(settings).isEqualTo(new DatabaseSettings(null, null, null, Path.of("data/postgres"), 16));
        }
    }

    @Nested
    class Binding {
        @Test
        void readsAnExternalDatabase() {
            var settings = bound(Map.of(
                    "parvis.database.url", "jdbc:postgresql://db/parvis",
                    "parvis.database.user", "parvis",
                    "parvis.database.password", "secret",
                    "parvis.database.connections", "40"));

            assertThat(settings)
                    .isEqualTo(new DatabaseSettings(
                            "jdbc:postgresql://db/parvis", "parvis", "secret", Path.of("data/postgres"), 40));
        }

        @Test
        void refusesOneConnectionBecauseTheFeedAndARequestEachNeedOne() {
            assertThatThrownBy(() -> bound(Map.of("parvis.database.connections", "1")))
                    .hasRootCauseMessage("parvis.database.connections must be 2 or more, not 1");
        }
    }

    private static DatabaseSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("parvis.database", DatabaseSettings.class);
    }
}
