package org.parvis.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.portal.Service.Audience;
import org.parvis.portal.Service.Origin;
import org.parvis.portal.Service.Status;
import org.parvis.web.ListAddress;

class CatalogueTest {

    private static final String AGENDA = """
            - id: agenda
              name: Agenda du GHT
              text: Prendre rendez-vous dans les hôpitaux du groupement.
              owner: GHT de l’Estuaire
              audience: [PROFESSIONALS, CITIZENS]
              origin: LOCAL
              status: OPTIONAL
              access: Libre
              address: https://agenda.exemple.fr
              tile: https://agenda.exemple.fr/tuile
            """;

    @Nested
    class Reading {
        @Test
        void takesAServiceAsItIsWritten() {
            assertThat(Catalogue.read(AGENDA))
                    .containsExactly(new Service(
                            "agenda",
                            "Agenda du GHT",
                            "Prendre rendez-vous dans les hôpitaux du groupement.",
                            "GHT de l’Estuaire",
                            Set.of(Audience.PROFESSIONALS, Audience.CITIZENS),
                            Origin.LOCAL,
                            Status.OPTIONAL,
                            "Libre",
                            "https://agenda.exemple.fr",
                            "https://agenda.exemple.fr/tuile"));
        }

        @Test
        void namesAWordThatItDoesNotKnow() {
            assertThatThrownBy(() -> Catalogue.read(AGENDA.replace("owner:", "proprietor:")))
                    .hasMessageContaining("proprietor");
            assertThatThrownBy(() ->
                            Catalogue.read(AGENDA.replace("https://agenda.exemple.fr\n", "javascript:alert(1)\n")))
                    .hasMessageContaining("javascript");
        }
    }

    @Nested
    class Counting {
        @Test
        void goesByOriginAndAudienceWhateverTheFilters() {
            var services = Catalogue.read(AGENDA);
            var list = new ServiceList(new ListAddress("/services", Map.of("origine", "NATIONAL")), services);

            assertThat(list.shown()).isEqualTo(List.of());
            assertThat(list.count(Origin.LOCAL, Audience.CITIZENS)).isEqualTo(1);
            assertThat(list.count(Origin.NATIONAL)).isZero();
        }
    }
}
