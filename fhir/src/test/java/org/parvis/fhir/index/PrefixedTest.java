package org.parvis.fhir.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrefixedTest {

    @Test
    void takesThePrefixOff() {
        assertThat(Prefixed.parse("ge2026-03")).isEqualTo(new Prefixed(Prefix.GE, "2026-03"));
    }

    @Test
    void meansEqualWhenNothingIsWritten() {
        assertThat(Prefixed.parse("5.4")).isEqualTo(new Prefixed(Prefix.EQ, "5.4"));
    }

    @Test
    void leavesWhatIsNoPrefixToTheLiteral() {
        assertThat(Prefixed.parse("xx2026")).isEqualTo(new Prefixed(Prefix.EQ, "xx2026"));
    }
}
