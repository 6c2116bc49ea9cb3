package org.parvis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;

class CataloguePagesTest {

    @Nested
    class TheCatalogue {
        @Test
        void isFilteredByWordsOriginAndAudience() {
            var page = RunningServer.get("/services?mots=carnet&origine=NATIONAL&public=CITIZENS")
                    .body();

            assertThat(page).contains("Un service", "Mon espace santé").doesNotContain("ViaTrajectoire");
        }

        @Test
        void canBeTakenAlong() {
            var file = RunningServer.get("/services?mots=inse&format=csv&statut=MANDATORY")
                    .body();

            assertThat(file).startsWith("\uFEFF\"Service\";\"Objet\"");
        }

        @Test
        void isFoundByTheSearch() {
            assertThat(RunningServer.get("/recherche?q=viatrajectoire").body()).contains("/services/viatrajectoire");
        }
    }

    @Nested
    class ATile {
        @Test
        void standsInNoPageOfASiteThatIsNotNamed() {
            var tile = RunningServer.get("/tuiles/recherche");

            assertThat(tile.statusCode()).isEqualTo(200);
            assertThat(tile.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
        }

        @Test
        void leadsBackToThisSpace() {
            assertThat(RunningServer.get("/tuiles/recherche").body())
                    .contains(RunningServer.at("/recherche").toString());
        }
    }

    @Nested
    class AServiceThatIsNotThere {
        @Test
        void isMissing() {
            assertThat(RunningServer.get("/services/nulle-part").statusCode()).isEqualTo(404);
            assertThat(RunningServer.get("/tuiles/nulle-part").statusCode()).isEqualTo(404);
        }
    }
}
