package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionResourcesTest {

    private static final LocalDate FRIDAY = LocalDate.parse("2025-11-14");

    private static final Map<String, JsonNode> HOSPITAL = Map.of("3", json("{'id':'3','name':'CHU de Nantes'}"));

    private static final String NURSE = """
            {'id':'7','practitioner':{'reference':'Practitioner/12'},'organization':{'reference':'Organization/3'},
             'code':[{'coding':[{'system':
               'https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante',
               'code':'60','display':'Infirmier'}]}],
             'specialty':[{'text':'Urgences'}]""";

    @Nested
    class APosition {
        @Test
        void isReadFromTheRoleAndItsOrganization() {
            assertThat(position("")).hasValue(new Position("7", "3", "CHU de Nantes", "Infirmier, Urgences", "nurse"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    ",'period':{'start':'2025-11-15'}",
                    ",'period':{'end':'2025-11-13'}",
                    ",'period':{'end':'2025-10'}",
                    ",'active':false"
                })
        void isNoneBeforeItBeginsOnceItIsOverOrInactive(String more) {
            assertThat(position(more)).isEmpty();
        }

        @Test
        void isNoneInAStructureThatIsClosed() {
            var closed = Map.of("3", json("{'id':'3','name':'CHU de Nantes','active':false}"));

            assertThat(PositionResources.position(json(NURSE + "}"), closed, FRIDAY))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    ",'period':{'start':'2025-11-14T08:00:00+01:00'}",
                    ",'period':{'start':'2025','end':'2025-11-14'}",
                    ",'period':{'end':'2025-11'}",
                    ",'active':true"
                })
        void lastsThroughTheWholeOfItsPeriod(String more) {
            assertThat(position(more)).isPresent();
        }

        @Test
        void opensNoRecordUnlessAProfessionOrAReferentSaysSo() {
            var role = json("{'id':'8','organization':{'reference':'Organization/3'}}");

            assertThat(PositionResources.position(role, HOSPITAL, FRIDAY).map(Position::family))
                    .hasValue("support");
        }

        @Test
        void takesTheFamilyThatAReferentGave() {
            var role = json("""
                    {'id':'8','organization':{'reference':'Organization/3'},
                     'code':[{'coding':[{'system':'urn:parvis:role-family','code':'secretary'}]}]}""");

            assertThat(PositionResources.position(role, HOSPITAL, FRIDAY).map(Position::family))
                    .hasValue("secretary");
        }
    }

    private static Optional<Position> position(String more) {
        return PositionResources.position(json(NURSE + more + "}"), HOSPITAL, FRIDAY);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
