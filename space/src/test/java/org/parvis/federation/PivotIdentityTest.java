package org.parvis.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parvis.access.Traits;

/** The claims of FranceConnect, version 2 ("identité pivot"). */
class PivotIdentityTest {

    @Test
    void isWhoSomebodyWasBornAs() {
        assertThat(read("\"birthplace\": \"59350\", \"birthcountry\": \"99100\""))
                .contains(new PivotIdentity(
                        "abcv1",
                        "Camille AUBRY",
                        Optional.of(
                                new Traits("AUBRY", "Camille Jeanne", LocalDate.of(1984, 6, 2), "female", "59350"))));
    }

    @Test
    void isShownUnderTheUsedName() {
        assertThat(read("\"preferred_username\": \"MERCIER\""))
                .map(PivotIdentity::name)
                .contains("Camille MERCIER");
    }

    @Test
    void hasTheCountryForAPlaceOfWhoeverWasBornAbroad() {
        assertThat(read("\"birthplace\": \"\", \"birthcountry\": \"99139\"").flatMap(PivotIdentity::traits))
                .map(Traits::birthPlace)
                .contains("99139");
    }

    @Test
    void hasNoTraitsOfWhoeverTheRegisterDoesNotKnowWhole() {
        assertThat(read("\"birthdate\": \"1984-00-00\", \"birthplace\": \"59350\"")
                        .flatMap(PivotIdentity::traits))
                .isEmpty();
        assertThat(read("\"email\": \"c@exemple.fr\"").flatMap(PivotIdentity::traits))
                .isEmpty();
    }

    @Test
    void isNobodysWithoutName() {
        assertThat(PivotIdentity.read(Claims.json("{\"sub\": \"abcv1\"}"))).isEmpty();
    }

    private static Optional<PivotIdentity> read(String more) {
        return PivotIdentity.read(Claims.json("""
                {"sub": "abcv1", "given_name": "Camille Jeanne", "family_name": "AUBRY", "gender": "female",
                 "birthdate": "1984-06-02", %s}""".formatted(more)));
    }
}
