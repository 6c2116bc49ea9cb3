package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.web.Trend.Measure;

class TrendTest {

    @Nested
    class Line {
        @Test
        void goesThroughTheMeasuresInTheOrderOfTime() {
            var trend = new Trend(
                    List.of(measure("2025-01-21", 6), measure("2025-01-01", 8), measure("2025-01-06", 7)), "%");

            assertThat(trend.line()).isEqualTo("0.0,0.0 25.0,50.0 100.0,100.0");
        }

        @Test
        void isADotInTheMiddleForOneMeasure() {
            assertThat(new Trend(List.of(measure("2025-01-21", 6)), "%").lastDot())
                    .isEqualTo("M50.0,50.0h0");
        }
    }

    private static Measure measure(String day, double value) {
        return new Measure(When.read(day).orElseThrow(), value);
    }
}
