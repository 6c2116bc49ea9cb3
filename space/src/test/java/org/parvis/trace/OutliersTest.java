package org.parvis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.trace.TraceFigures.Volume;

class OutliersTest {

    private static Volume volume(String name, long patients) {
        return new Volume(name, "Practitioner/" + name, Optional.empty(), patients * 3, patients);
    }

    @Nested
    class AmongOthers {
        @Test
        void areThoseWhoSawFiveTimesTheUsualNumberOfPatients() {
            var curious = volume("curious", 60);

            var outliers = Outliers.among(List.of(volume("a", 8), volume("b", 10), volume("c", 12), curious));

            assertThat(outliers).isEqualTo(new Outliers(List.of(curious), 10));
        }

        @Test
        void areNoneBelowTwentyPatients() {
            assertThat(Outliers.among(List.of(volume("a", 1), volume("b", 1), volume("c", 19)))
                            .volumes())
                    .isEmpty();
        }

        @Test
        void areNoneWhereNobodyIs() {
            assertThat(Outliers.among(List.of())).isEqualTo(new Outliers(List.of(), 0));
        }
    }
}
