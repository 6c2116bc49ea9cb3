package org.parvis.fhir.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerJsonTest {

    private static Caller kept(Caller caller) {
        return CallerJson.read(CallerJson.of(caller));
    }

    @Test
    void isReadBackWithEveryLimit() {
        var permit = new Permit(
                Optional.of(Set.of("p1", "p2")),
                Optional.of(Set.of("ward")),
                Optional.of(Set.of("s|R")),
                Optional.of(new Rights(
                        Set.of("Practitioner/7"),
                        Set.of("ward"),
                        Set.of("Organization"),
                        List.of(new Opening(
                                Set.of("Patient"), Set.of(Basis.CIRCLE), 30, Set.of("V"), Binding.OPPOSITION)),
                        List.of(new Writing(Set.of("Task"), Set.of(Basis.ADDRESSEE), 0, Set.of(), false)),
                        Purpose.CARE)));
        var caller = new Caller("nurse", Optional.of("Practitioner/7"), Optional.of("ward"), Purpose.CARE, permit);

        assertThat(kept(caller)).isEqualTo(caller);
    }

    @Test
    void isReadBackWithoutLimit() {
        assertThat(kept(Caller.system())).isEqualTo(Caller.system());
    }

    @Test
    void seesNobodyWhenPermittedNobody() {
        var guest = Caller.program("guest", Optional.empty(), Permit.patients(Set.of()));

        assertThat(kept(guest).permit()).isEqualTo(Permit.patients(Set.of()));
    }
}
