package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.outcome.Refusal;

class HttpDateTest {

    private static final Instant SIXTH = Instant.parse("1994-11-06T08:49:37Z");

    @Test
    void writesDaysWithTwoDigits() {
        assertThat(HttpDate.of(SIXTH)).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    }

    @Test
    void readsWhatItWrites() {
        assertThat(HttpDate.parse("If-Modified-Since", HttpDate.of(SIXTH))).isEqualTo(SIXTH);
    }

    @Test
    void namesTheHeaderThatIsNoDate() {
        assertThatThrownBy(() -> HttpDate.parse("If-Modified-Since", "yesterday"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("If-Modified-Since 'yesterday'");
    }
}
