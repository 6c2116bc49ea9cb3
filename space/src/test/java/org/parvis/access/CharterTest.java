package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.Charter.Chapter;

class CharterTest {

    @Nested
    class Reading {
        @Test
        void takesTheVersionAndTheChapters() {
            var charter = Charter.read("""
                    version 3

                    À lire.
                    # Ce que l’on fait
                    Soigner.
                    Se taire.
                    """);

            assertThat(charter)
                    .isEqualTo(new Charter(
                            3,
                            List.of(
                                    new Chapter("", List.of("À lire.")),
                                    new Chapter("Ce que l’on fait", List.of("Soigner.", "Se taire.")))));
        }

        @Test
        void refusesATextWithoutVersion() {
            assertThatIllegalArgumentException().isThrownBy(() -> Charter.read("Soigner."));
        }

        @Test
        void takesParvissOwnWhenTheOperatorHasNone() {
            assertThat(Charter.in(null).chapters()).hasSize(3);
        }
    }
}
