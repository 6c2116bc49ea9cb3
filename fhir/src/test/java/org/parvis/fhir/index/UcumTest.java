package org.parvis.fhir.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UcumTest {

    private static final Ucum UCUM = new Ucum();

    @ParameterizedTest
    @CsvSource({
        "72, kg, 72000, g",
        "90, mg/dL, 0.9, g/L",
        "60, /min, 1, /s",
        "80, {beats}/min, 80, /min",
        "16, kPa, 120.009900, mm[Hg]",
        "1, h, 3600, s",
        "12.5, %, 0.125, 1",
        "4.5, 10*3/uL, 4.5, 10*9/L",
    })
    void bringsEqualAmountsToTheSameValue(BigDecimal one, String unit, BigDecimal other, String otherUnit) {
        var left = UCUM.canonical(Ucum.SYSTEM, unit, one).orElseThrow();
        var right = UCUM.canonical(Ucum.SYSTEM, otherUnit, other).orElseThrow();

        assertThat(left.unit()).isEqualTo(right.unit());
        assertThat(left.value().subtract(right.value()).abs())
                .isLessThan(right.value().scaleByPowerOfTen(-5));
    }

    @ParameterizedTest
    @CsvSource({"37, Cel, 310.15", "98.6, '[degF]', 310.15", "310.15, K, 310.15"})
    void countsTemperaturesFromZero(BigDecimal value, String unit, BigDecimal kelvin) {
        assertThat(UCUM.canonical(Ucum.SYSTEM, unit, value)).contains(new Ucum.Canonical("K", kelvin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[pH]", "dB", "B[SPL]", "Np", "mol/[pH]", "10.dB", "bit_s", "[hp'_C]"})
    void hasNoneForLogarithmicScales(String unit) {
        assertThat(UCUM.canonical(Ucum.SYSTEM, unit, BigDecimal.TWO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "comprimé", "foo", "mg ", "((((", "Cel/min"})
    void hasNoneForUnknownUnits(String unit) {
        assertThat(UCUM.canonical(Ucum.SYSTEM, unit, BigDecimal.TWO)).isEmpty();
    }

    @Test
    void hasNoneForAUnitLongerThanAnyReal() {
        assertThat(UCUM.canonical(Ucum.SYSTEM, "(".repeat(100_000), BigDecimal.TWO))
                .isEmpty();
    }

    @Test
    void hasNoneOutsideUcum() {
        assertThat(UCUM.canonical("http://snomed.info/sct", "mg", BigDecimal.TWO))
                .isEmpty();
    }
}
