package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Nested
    class Of {
        @Test
        void readsTheFileOfTheKeysModule() {
            assertThat(new Words().of("web.name")).isEqualTo("Parvis");
        }

        @Test
        void groupsNumbersAsFrenchDoes() {
            assertThat(new Words().of("web.age.minutes", 1_234_567))
                    .isEqualTo("il y a\u00a01\u202f234\u202f567\u00a0min");
        }

        @Test
        void refusesAKeyWithoutWords() {
            assertThatThrownBy(() -> new Words().of("web.nothing"))
                    .hasMessage("No words for 'web.nothing' in messages/web_fr.properties");
        }
    }
}
