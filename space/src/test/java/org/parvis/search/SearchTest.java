package org.parvis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
        RunningServer.pageWith("/recherche?q=hebergement", "offre-abri");
    }

    @Nested
    class APatient {
        @Test
        void isFoundByWhoeverMaySeeThem() {
            assertThat(search.find(doctor(Set.of("yann")), "perignon").of(Kind.PATIENT))
                    .extracting(Hit::address)
                    .containsExactly(Optional.of("/dossier/yann"));
        }

        @Test
        void isToOthersLikeSomebodyWhoDoesNotExist() {
            var closed = search.find(doctor(Set.of("another")), "perignon");

            assertThat(closed).isEqualTo(new Findings("perignon", true, true, List.of()));
        }
    }

    @Nested
    class ADocument {
        @Test
        void isFoundByItsTitleItsTypeItsAuthorItsDateAndItsPatient() {
            for (var typed : List.of("thorax", "radiologie", "quemeneur thorax", "thorax 2025", "perignon radio")) {
                assertThat(search.find(doctor(Set.of("yann")), typed).of(Kind.DOCUMENT))
                        .as(typed)
                        .extracting(Hit::name, Hit::address)
                        .containsExactly(
                                tuple("Radio du thorax", Optional.of("/dossier/yann/documents?mots=Radio+du+thorax")));
            }
        }

        @Test
        void isToOthersAsIfItDidNotExist() {
            assertThat(search.find(doctor(Set.of("another")), "thorax").groups())
                    .isEmpty();
        }
    }

    @Nested
    class AnOffer {
        @Test
        void leadsToWhereItStandsOnItsStructuresSheet() {
            assertThat(search.find(doctor(Set.of()), "kinesitherapie guerande").of(Kind.OFFER))
                    .containsExactly(new Hit(
                            "Kinésithérapie respiratoire",
                            "Maison de santé des Ajoncs · Guérande",
                            Optional.of("/annuaire/structures/ajoncs#offre-kine")));
        }

        @Test
        void isHiddenFromCitizensWhenItIsSensitive() {
            assertThat(search.find(doctor(Set.of()), "hebergement").of(Kind.OFFER))
                    .hasSize(1);
            assertThat(search.find(visitor(Audience.CITIZEN, Set.of()), "hebergement")
                            .of(Kind.OFFER))
                    .isEmpty();
        }
    }

    private static Visitor doctor(Set<String> patients) {
        return visitor(Audience.PROFESSIONAL, patients);
    }

    private static Visitor visitor(Audience audience, Set<String> patients) {
        var caller = new Caller(
                "Dr Leclerc",
                Optional.of("Practitioner/leclerc"),
                Optional.empty(),
                Purpose.CARE,
                Permit.patients(patients));
        return new Visitor("Dr Leclerc", audience, Optional.empty(), caller);
    }
}
