package org.parvis.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @TempDir
    static Path folder;

    @Nested
    class Opening {
        @Test
        void usesAnExternalDatabaseWhenTheSettingsNameOne() throws Exception {
            try (var operators = EmbeddedPostgres.start(folder, 4)) {
                var address = operators.address();
                var settings = new DatabaseSettings(address.url(), address.user(), address.password(), folder, 4);

                try (var database = Database.open(settings);
                        var connection = database.connections().getConnection()) {
                    assertThat(connection.isValid(1)).isTrue();
                    assertThat(database.place()).isEqualTo(address.url());
                    assertThat(database.embedded()).isFalse();
                    assertThat(database.facts().durable()).isTrue();
                }

                assertThat(DatabaseFacts.of(address.connect()).major()).isEqualTo(18);
            }
        }

        @Test
        void saysWhichExternalDatabaseDoesNotAnswer() {
            var settings = new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/parvis", "parvis", "x", folder, 4);

            assertThatThrownBy(() -> Database.open(settings))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageStartingWith("PostgreSQL at jdbc:postgresql://127.0.0.1:1/parvis does not answer: ");
        }
    }
}
