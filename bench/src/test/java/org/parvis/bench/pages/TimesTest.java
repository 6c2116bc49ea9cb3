package org.parvis.bench.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TimesTest {

    @Nested
    class TheFigures {
        @Test
        void areTheMiddleAndWhatNineteenOfTwentyStayWithin() {
            var times = Times.of(
                    IntStream.rangeClosed(1, 20).mapToObj(Duration::ofMillis).toList());

            assertThat(times.medianMillis()).isEqualTo(10);
            assertThat(times.mostMillis()).isEqualTo(19);
        }

        @Test
        void areZeroWhenNothingWasMeasured() {
            assertThat(Times.of(List.of()).mostMillis()).isZero();
        }
    }
}
