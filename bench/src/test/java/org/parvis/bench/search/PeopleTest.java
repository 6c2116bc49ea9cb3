package org.parvis.bench.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private final People people = new People(42);

    @Nested
    class APerson {
        @Test
        void isTheSameEachTime() {
            assertThat(people.patient(7)).isEqualTo(new People(42).patient(7));
        }
    }

    @Nested
    class TheNames {
        @Test
        void areAFewThatManyBearAndManyThatFewBear() {
            var bearers = IntStream.range(0, 10_000)
                    .mapToObj(at -> people.patient(at).family())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

            assertThat(bearers.get("Martin")).isBetween(200L, 600L);
            assertThat(new HashSet<>(bearers.keySet()).size()).isGreaterThan(4_000);
        }
    }
}
