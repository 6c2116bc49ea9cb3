package org.parvis.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;
import org.parvis.access.Visitor;
import org.parvis.access.Visitor.Audience;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;

class SearchTest {

    private final Search search = RunningServer.bean(Search.class);

    @BeforeAll
    static void keepPeopleAndStructures() {
        RunningServer.keep("search/people.json");
        RunningServer.pageWith("/recherche?q=perignon", "/dossier/yann");
    }

    @Nested
    class APatient {
        @Test
        void isFoundByWhoeverMaySeeThem() {
            assertThat(search.find(doctor(Set.of("yann")), "perignon").patients())
                    .extracting(Hit::address)
                    .containsExactly(Optional.of("/dossier/yann"));
        }

        @Test
        void isToOthersLikeSomebodyWhoDoesNotExist() {
            var closed = search.find(doctor(Set.of("another")), "perignon");

            assertThat(closed)
                    .isEqualTo(new Findings("perignon", true, true, List.of(), List.of(), List.of(), List.of()));
        }
    }

    private static Visitor doctor(Set<String> patients) {
        var caller = new Caller(
                "Dr Leclerc",
                Optional.of("Practitioner/leclerc"),
                Optional.empty(),
                Purpose.CARE,
                Permit.patients(patients));
        return new Visitor("Dr Leclerc", Audience.PROFESSIONAL, Optional.empty(), caller);
    }
}
