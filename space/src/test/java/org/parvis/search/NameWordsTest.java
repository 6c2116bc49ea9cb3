package org.parvis.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NameWordsTest {

    @Nested
    class Of {
        @Test
        void forgetAccentsAndCapitals() {
            assertThat(NameWords.of("Éloïse")).containsExactlyInAnyOrder("eloise");
        }

        @Test
        void areTheHyphenatedNameInOneWordAndInTwo() {
            assertThat(NameWords.of("Jean-Pierre")).containsExactlyInAnyOrder("jean", "pierre", "jeanpierre");
        }

        @Test
        void joinAParticleToItsName() {
            assertThat(NameWords.of("Le Goff")).contains("le", "goff", "legoff");
            assertThat(NameWords.of("d’Ormesson")).contains("ormesson", "dormesson");
            assertThat(NameWords.of("de La Tour")).contains("tour", "delatour", "latour");
        }
    }
}
