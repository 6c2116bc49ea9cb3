package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraitsTest {

    private static final LocalDate BIRTH = LocalDate.of(1984, 6, 2);
    private static final Traits CAMILLE = traits("Aubry", "Camille Jeanne", "59350");

    @Nested
    class Names {

        @ParameterizedTest
        @CsvSource({"LE GOFF, Le Goff", "D'ANGELO, d’Angelo", "LŒUILLET, Loeuillet", "MÜLLER-NOËL, MULLER NOEL"})
        void areTheSameHoweverTheyAreWritten(String one, String other) {
            assertThat(traits(one, "Zoé", "59350")).isEqualTo(traits(other, "ZOE", "59350"));
        }

        @Test
        void areAllCompared() {
            assertThat(CAMILLE.agreeWith(traits("AUBRY", "CAMILLE", "59350"))).isFalse();
        }
    }

    @Nested
    class Agreeing {

        @Test
        void needsThePlaceToBeKnown() {
            var nowhere = traits("Aubry", "Camille Jeanne", "");

            assertThat(nowhere.agreeWith(nowhere)).isFalse();
            assertThat(CAMILLE.agreeWith(CAMILLE)).isTrue();
        }
    }

    @Nested
    class Resembling {

        @Test
        void leavesThePlaceAndFurtherNamesOut() {
            assertThat(CAMILLE.resemble(traits("AUBRY", "Camille", ""))).isTrue();
        }

        @Test
        void isOfNobodyWithAnotherFirstName() {
            assertThat(CAMILLE.resemble(traits("AUBRY", "Jeanne", "59350"))).isFalse();
        }
    }

    private static Traits traits(String family, String first, String place) {
        return new Traits(family, first, BIRTH, "female", place);
    }
}
