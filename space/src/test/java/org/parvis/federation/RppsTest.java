package org.parvis.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RppsTest {

    @Test
    void isWithinANationalNumberThatBeginsWithEight() {
        assertThat(Rpps.within("810000456789")).contains(new Rpps("10000456789"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "810000456788", "010000456789", "8100004567890", "ANS20210107161422"})
    void isInNoOtherNumber(String nationalNumber) {
        assertThat(Rpps.within(nationalNumber)).isEmpty();
    }
}
