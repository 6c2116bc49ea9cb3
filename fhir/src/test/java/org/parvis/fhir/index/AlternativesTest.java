package org.parvis.fhir.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlternativesTest {

    @Test
    void areTheOutermostOperandsOfAUnion() {
        assertThat(Alternatives.of("A.b | (A.c | A.d) | A.where(e = 'x|y')"))
                .containsExactly("A.b", "(A.c | A.d)", "A.where(e = 'x|y')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient.name.given = 'Jim' | 'Peter'",
                "Patient.name | Patient.contact.name in Patient.name",
                "Patient.active and Patient.name | Patient.contact",
            })
    void areNoneWhereAnOperatorTakesTheUnionForAnOperand(String expression) {
        assertThat(Alternatives.of(expression)).containsExactly(expression);
    }
}
