package org.parvis.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DatabaseFactsTest {

    @Nested
    class RecentEnough {
        @Test
        void acceptsPostgreSql15() {
            var facts = new DatabaseFacts(15, "15.4", true);

            assertThat(facts.recentEnough("jdbc:postgresql://db/parvis")).isEqualTo(facts);
        }

        @Test
        void refusesPostgreSql14AndSaysWhatToDo() {
            var facts = new DatabaseFacts(14, "14.9", true);

            assertThatThrownBy(() -> facts.recentEnough("jdbc:postgresql://db/parvis"))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessage("Parvis needs PostgreSQL 15 or later; the one at jdbc:postgresql://db/parvis is 14.9. "
                            + "Upgrade it, or remove parvis.database.url to use the embedded one.");
        }
    }
}
