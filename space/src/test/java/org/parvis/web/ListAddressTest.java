package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ListAddressTest {

    private final ListAddress list = new ListAddress("/documents", Map.of("type", "lettre & note", "auteur", ""));

    @Nested
    class Written {
        @Test
        void holdsWhatHasAValue() {
            assertThat(list).hasToString("/documents?type=lettre+%26+note");
        }
    }

    @Nested
    class Ordering {
        @Test
        void keepsTheFiltersAndTurnsAroundWhenAskedAgain() {
            var ascending = list.orderedBy("date");

            assertThat(ascending).hasToString("/documents?tri=date&type=lettre+%26+note");
            assertThat(ascending.orderOf("date")).isEqualTo("ascending");
            assertThat(ascending.orderedBy("date").orderOf("date")).isEqualTo("descending");
            assertThat(ascending.orderOf("type")).isEqualTo("none");
        }
    }
}
