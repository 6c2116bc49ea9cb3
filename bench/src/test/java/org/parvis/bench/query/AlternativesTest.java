package org.parvis.bench.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AlternativesTest {
    @Nested
    class Of {
        @Test
        void partsTheUnionAtItsTopOnly() {
            assertThat(Alternatives.of("(A.b as Quantity) | A.c.where(d | e) | A.f"))
                    .containsExactly("(A.b as Quantity)", "A.c.where(d | e)", "A.f");
        }

        @Test
        void leavesASinglePathAsItIs() {
            assertThat(Alternatives.of("Patient.name")).containsExactly("Patient.name");
        }
    }
}
