package org.parvis.fhir.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RowFlagsTest {

    private static final int BOTH_ENDS = Row.LEAST | Row.GREATEST;

    @Test
    void markASingleValueAsLeastAndGreatest() {
        var marked = RowFlags.mark(Set.of(new Row.Date(1, 10, 20, 0)));

        assertThat(marked).containsExactly(new Row.Date(1, 10, 20, BOTH_ENDS));
    }

    @Test
    void markTheEndsOfEachParameterApart() {
        var marked = RowFlags.mark(
                Set.of(new Row.Date(1, 10, 20, 0), new Row.Date(1, 30, 40, 0), new Row.Date(2, 50, 60, 0)));

        assertThat(marked)
                .containsExactlyInAnyOrder(
                        new Row.Date(1, 10, 20, Row.LEAST),
                        new Row.Date(1, 30, 40, Row.GREATEST),
                        new Row.Date(2, 50, 60, BOTH_ENDS));
    }

    @Test
    void markOneTokenOfEachCodeAsFirst() {
        var marked = RowFlags.mark(Set.of(new Row.Token(1, 7, 0, 0, "12"), new Row.Token(1, 8, 0, 0, "12")));

        assertThat(marked)
                .containsExactlyInAnyOrder(
                        new Row.Token(1, 7, 0, Row.FIRST | Row.LEAST, "12"),
                        new Row.Token(1, 8, 0, Row.GREATEST, "12"));
    }
}
