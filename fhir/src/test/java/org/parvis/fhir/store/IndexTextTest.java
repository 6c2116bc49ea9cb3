package org.parvis.fhir.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndexTextTest {

    @Test
    void leavesShortTextsAsTheyAre() {
        assertThat(IndexText.cut("8302-2")).isEqualTo("8302-2");
    }

    @Test
    void keepsTheBeginningAndTellsLongTextsApart() {
        String one = "x".repeat(2000) + "1";
        String other = "x".repeat(2000) + "2";

        assertThat(IndexText.cut(one)).startsWith("x".repeat(400)).hasSizeLessThan(500);
        assertThat(IndexText.cut(one)).isNotEqualTo(IndexText.cut(other));
    }

    @Test
    void replacesTheCharacterThatPostgresqlHasNot() {
        assertThat(IndexText.cut("a\0b")).isEqualTo("a\uFFFDb");
    }
}
