package org.parvis.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private static final TestFolder FOLDER = TestFolder.fresh();

    @AfterAll
    static void deleteFolder() {
        FOLDER.delete();
    }

    @Nested
    class Opening {
        @Test
        void usesAnExternalDatabaseWhenTheSettingsNameOne() throws Exception {
            try (var operators = EmbeddedPostgres.start(FOLDER.path(), 4)) {
                var address = operators.address();
                var settings =
                        new DatabaseSettings(address.url(), address.user(), address.password(), FOLDER.path(), 4);

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
            var settings =
                    new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/parvis", "parvis", "x", FOLDER.path(), 4);

            assertThatThrownBy(() -> Database.open(settings))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageStartingWith("PostgreSQL at jdbc:postgresql://127.0.0.1:1/parvis does not answer: ");
        }
    }
}
