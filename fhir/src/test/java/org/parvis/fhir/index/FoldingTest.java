package org.parvis.fhir.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "DUPONT,dupont",
        "Élise,elise",
        "François,francois",
        "Noël,noel",
        "'  Marie   Jeanne ',marie jeanne",
        "Cœur,coeur",
        "Lætitia,laetitia",
        "Groß,gross",
        "Łukasz,lukasz",
        "Ðorđe,dorde",
        "Søren,soren",
        "l’Hôpital,l'hopital",
        "Saint–Étienne,saint-etienne",
        "İbrahim,ibrahim",
        "ﬁche,fiche",
        "8480-6,8480-6",
    })
    void takesOffWhatASearchIgnores(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @Test
    void countsNonBreakingSpacesAndLineEndsAsSpaces() {
        assertThat(Folding.fold("12\u00a0rue\u202fdu\n Port")).isEqualTo("12 rue du port");
    }

    @Test
    void keepsOtherScripts() {
        assertThat(Folding.fold("Ελένη 李")).isEqualTo("ελενη 李");
    }

    @Test
    void leavesAFoldedTextAsItIs() {
        var folded = Folding.fold("Élise d’Œuvre");

        assertThat(Folding.fold(folded)).isEqualTo(folded);
    }
}
