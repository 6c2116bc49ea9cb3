package org.parvis.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.RunningServer;

class SearchPagesTest {

    private static final String YANN = "LE GOFF-PÉRIGNON Yann-Éric";

    @BeforeAll
    static void keepPeopleAndStructures() {
        RunningServer.keep("search/people.json");
        assertThat(RunningServer.pageWith("/recherche?q=perignon", YANN)).contains(YANN);
    }

    @Nested
    class APatient {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "perignon",
                    "PÉRIGNON yann",
                    "le goff",
                    "legoff",
                    "goff%2002/05/1948",
                    "yannick%2002/05/1948",
                    "yann%20eric%20perignon",
                    "perig",
                    "perginon",
                    "perignnon",
                    "148054410900188",
                    "1%2048%2005%2044%20109%20001%2088"
                })
        void isFoundHoweverOneWrites(String typed) {
            assertThat(search(typed)).contains(YANN, "/dossier/yann", "02/05/1948");
        }

        @ParameterizedTest
        @ValueSource(strings = {"perignon%2003/05/1948", "perignon%20marc", "14805441090018", "xy"})
        void isNotFoundByWhatIsNotTheirs(String typed) {
            assertThat(search(typed)).doesNotContain(YANN);
        }

        @Test
        void leavesTheSearchWithTheirResource() {
            RunningServer.keep("search/gone.json");
            RunningServer.pageWith("/recherche?q=evanescent", "ÉVANESCENT");
            RunningServer.send(HttpRequest.newBuilder(RunningServer.at("/fhir/Patient/gone"))
                    .DELETE()
                    .build());

            assertThat(search("evanescent")).doesNotContain("ÉVANESCENT");
        }
    }

    @Nested
    class OthersThanPatients {
        @Test
        void areFoundByNumber() {
            assertThat(search("10900000017"))
                    .contains("QUÉMÉNEUR Solenn", "RPPS 10900000017", "/annuaire/professionnels/solenn");
            assertThat(search("440099999"))
                    .contains("Maison de santé des Ajoncs", "FINESS 440099999", "/annuaire/structures/ajoncs");
        }

        @Test
        void areFoundByNameAndTown() {
            assertThat(search("maison ajoncs guérande")).contains("Maison de santé des Ajoncs");
        }

        @Test
        void areHelpPagesToo() {
            assertThat(search("identité qualifiée")).contains("/aide#identite");
        }
    }

    private static String search(String typed) {
        return RunningServer.get("/recherche?q="
                        + typed.replace(" ", "%20").replace("É", "%C3%89").replace("é", "%C3%A9"))
                .body();
    }
}
