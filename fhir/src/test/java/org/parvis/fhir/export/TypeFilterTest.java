package org.parvis.fhir.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parvis.fhir.outcome.Refusal;

class TypeFilterTest {

    @Test
    void areSeparatedByCommasThatBeginAnother() {
        assertThat(TypeFilter.parse("Observation?status=final,amended&code=1,Condition?code=2"))
                .containsExactly(
                        new TypeFilter("Observation", "status=final,amended&code=1"),
                        new TypeFilter("Condition", "code=2"));
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(TypeFilter.of("Condition?code=2")).hasToString("Condition?code=2");
    }

    @Test
    void isRefusedWithoutATypeOrWithoutConditions() {
        assertThatThrownBy(() -> TypeFilter.of("status=final")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> TypeFilter.of("Observation?")).isInstanceOf(Refusal.class);
    }
}
