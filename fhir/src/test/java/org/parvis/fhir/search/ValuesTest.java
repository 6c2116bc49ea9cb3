package org.parvis.fhir.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void splitAtSeparatorsThatAreNotEscaped() {
        assertThat(Values.split("a\\,b,c", ',')).containsExactly("a\\,b", "c");
        assertThat(Values.split("", ',')).containsExactly("");
        assertThat(Values.split("a|", '|')).containsExactly("a", "");
    }

    @Test
    void unescapeWhatWasEscaped() {
        assertThat(Values.unescape("a\\,b\\|c\\$d\\\\e")).isEqualTo("a,b|c$d\\e");
    }
}
