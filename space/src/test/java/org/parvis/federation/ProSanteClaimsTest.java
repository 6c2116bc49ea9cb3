package org.parvis.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.parvis.federation.Claims.activity;
import static org.parvis.federation.Claims.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** UserInfo of Pro Santé Connect, version 1.0. */
class ProSanteClaimsTest {

    private static final String RPPS = "810000456789";

    private static Professional read(String nationalNumber, String... exercises) {
        return ProSanteClaims.read(Claims.of(nationalNumber, exercises)).orElseThrow();
    }

    @Nested
    class Identity {

        @Test
        void isTheNationalNumberAndTheName() {
            var zoe = read(RPPS);

            assertThat(zoe.nationalNumber()).isEqualTo(RPPS);
            assertThat(zoe.rpps()).contains(new Rpps("10000456789"));
            assertThat(zoe.name()).isEqualTo("Zoé LE GOFF");
        }

        @Test
        void ofATestMayHaveNoRpps() {
            assertThat(read("ANS20210107161422").rpps()).isEmpty();
        }

        @Test
        void isNoneWithoutANumber() {
            assertThat(ProSanteClaims.read(Claims.json("{\"sub\": \"f:1:2\", \"family_name\": \"X\"}")))
                    .isEmpty();
        }

        @Test
        void isNoneWithoutASubject() {
            assertThat(ProSanteClaims.read(Claims.json("{\"SubjectNameID\": \"810000456789\"}")))
                    .isEmpty();
        }
    }

    @Nested
    class Practices {

        @Test
        void areTheRolesOfWhoeverHasNoExercise() {
            assertThat(read(RPPS).practices()).containsExactly(new Practice("10", Optional.empty(), Optional.empty()));
        }

        @Test
        void haveNoPlaceWithoutActivity() {
            assertThat(read(RPPS, exercise()).practices())
                    .containsExactly(
                            new Practice("10", Optional.of(new Practice.Skill("S", "SM54")), Optional.empty()));
        }

        @Test
        void areOneForEachActivityOfEachExercise() {
            var zoe = read(
                    RPPS,
                    exercise(activity("CABINET DES LILAS", ""), activity("CH DE LILLE", "590000001")),
                    exercise(activity("EHPAD LES TILLEULS", "590000002")));

            assertThat(zoe.practices())
                    .extracting(practice ->
                            practice.activity().orElseThrow().workplace().name())
                    .containsExactly("CABINET DES LILAS", "CH DE LILLE", "EHPAD LES TILLEULS");
        }

        @Test
        void tellHowAndWhere() {
            var practice = read(RPPS, exercise(activity("CH DE LILLE", "590000001")))
                    .practices()
                    .getFirst();

            assertThat(practice.activity())
                    .contains(new Practice.Activity(
                            "S",
                            "SA01",
                            "GENR01",
                            "",
                            new Workplace(
                                    "CH DE LILLE",
                                    List.of(new NationalNumber(NationalNumber.FINESS, "590000001")),
                                    new Workplace.Address("2 R DES LILAS", "59000", ""))));
        }
    }

    @Nested
    class Structures {

        @Test
        void areKnownByTheirMostPreciseNumber() {
            assertThat(read(RPPS, exercise(activity("CH DE LILLE", "590000001")))
                            .structures())
                    .containsExactly(new NationalNumber(NationalNumber.FINESS, "590000001"));
        }

        @Test
        void withoutNumberAreTheSameUnderTheSameNameAndAddress() {
            var structures = read(
                            RPPS, exercise(activity("CABINET", ""), activity("CABINET", ""), activity("AUTRE", "")))
                    .structures();

            assertThat(structures).hasSize(2).allMatch(number -> number.system().equals(Workplace.UNNUMBERED));
        }
    }

    @Test
    void ofThePublishedExampleTellOneExerciseInFivePlaces() throws IOException {
        var corpus = System.getenv("PARVIS_CORPUS");
        assumeTrue(corpus != null, "PARVIS_CORPUS is not set: the published UserInfo is not read.");

        var claims = Claims.json(Files.readString(Path.of(corpus, "psc", "userinfo-1.json")));
        var professional = ProSanteClaims.read(claims).orElseThrow();

        assertThat(professional.rpps()).isEmpty();
        assertThat(professional.practices())
                .hasSize(5)
                .allMatch(practice -> practice.profession().equals("10"));
        assertThat(professional.structures()).hasSize(5);
    }
}
