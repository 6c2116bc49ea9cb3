package org.parvis.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.federation.Simulations.HOSPITAL;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer;
import org.parvis.federation.Directories.Declared;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;

/** An establishment that answers for its own staff. */
class EstablishmentTest {

    private static final int NURSE = 0;
    private static final int DOCTOR = 1;
    private static final int GARDENER = 2;
    static final String FINESS = "590000777";
    private static final Map<String, String> FAMILIES = Map.of("INFIRMIERS", "nurse", "MEDECINS", "doctor");

    private static final StoreClient STORE =
            GuardedServer.part(FhirEndpoint.class).as(Caller.system());
    private static final Directories DIRECTORIES = GuardedServer.part(Directories.class);

    @BeforeAll
    static void declareTheHospital() {
        keepTheHospital();
        assertThat(declare(FINESS, HOSPITAL.issuer(), FAMILIES)).isEqualTo(Declared.DONE);
    }

    static void keepTheHospital() {
        var hospital = (ObjectNode) Claims.json("""
                {"resourceType": "Organization", "name": "CH D’ESSAI",
                 "identifier": [{"system": "https://finess.esante.gouv.fr", "value": "590000777"}]}""");
        if (STORE.search("Organization?identifier=https://finess.esante.gouv.fr|" + FINESS)
                .matches()
                .isEmpty()) {
            STORE.create(hospital);
        }
    }

    private static Declared declare(String finess, String issuer, Map<String, String> families) {
        return DIRECTORIES.declare(finess, issuer, "parvis", "simulation", "groups", families);
    }

    private static Directory hospital() {
        return DIRECTORIES.all().stream()
                .filter(directory -> directory.issuer().equals(HOSPITAL.issuer()))
                .findFirst()
                .orElseThrow();
    }

    private final Traveller traveller = new Traveller(hospital().key());

    @Nested
    class Declaring {

        @Test
        void needsAKnownStructure() {
            assertThat(declare("000000000", HOSPITAL.issuer(), FAMILIES)).isEqualTo(Declared.UNKNOWN_STRUCTURE);
        }

        @Test
        void needsAProviderThatAnswersToItsName() {
            var alias = HOSPITAL.issuer().replace("localhost", "127.0.0.1");

            assertThat(declare(FINESS, alias, FAMILIES)).isEqualTo(Declared.UNREACHABLE);
        }

        @Test
        void needsTls() {
            assertThat(declare(FINESS, "http://identite.example", FAMILIES)).isEqualTo(Declared.UNREACHABLE);
        }

        @Test
        void needsGroups() {
            assertThat(declare(FINESS, HOSPITAL.issuer(), Map.of())).isEqualTo(Declared.WITHOUT_GROUPS);
        }
    }

    @Nested
    class ComingIn {

        @Test
        void isOfferedByName() {
            assertThat(traveller.browser().get("/connexion").body()).contains("/connexion/etablissement");
            assertThat(traveller.browser().get("/connexion/etablissement").body())
                    .contains("CH D’ESSAI");
        }

        @Test
        void makesOfGroupsARoleInTheStructure() {
            traveller.comeIn(NURSE);

            assertThat(roles("alambert")).singleElement().satisfies(role -> {
                assertThat(role.at("/code/0/coding/0/code").asText()).isEqualTo("nurse");
                assertThat(role.at("/organization/reference").asText())
                        .isEqualTo("Organization/" + hospital().structure());
            });
            assertThat(traveller.browser().get("/mes-sessions").body()).contains("Ada LAMBERT");
        }

        @Test
        void findsTheSamePersonByTheirRppsNumber() {
            traveller.comeIn(DOCTOR);
            new Traveller("psc").comeIn(0);

            assertThat(STORE.search("Practitioner?identifier=https://rpps.esante.gouv.fr|99900000011")
                            .matches())
                    .hasSize(1);
            assertThat(traveller.browser().get("/contexte").body()).contains("CH D’ESSAI", "CABINET DES LILAS");
        }

        @Test
        void isRefusedToWhoeverHasNoRole() {
            var refused = traveller.comeIn(GARDENER);

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("aucun de vos groupes");
        }
    }

    @Nested
    class LosingAGroup {

        @Test
        void endsTheRoleAtTheNextLogin() {
            traveller.comeIn(NURSE);
            declare(FINESS, HOSPITAL.issuer(), Map.of("MEDECINS", "doctor"));

            var refused = new Traveller(hospital().key()).comeIn(NURSE);
            declare(FINESS, HOSPITAL.issuer(), FAMILIES);

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(roles("alambert")).allMatch(role -> !role.path("active").asBoolean());
            new Traveller(hospital().key()).comeIn(NURSE);
            assertThat(roles("alambert"))
                    .singleElement()
                    .matches(role -> role.path("active").asBoolean());
        }
    }

    private static List<ObjectNode> roles(String subject) {
        return STORE.search("PractitionerRole?practitioner.identifier=%s|%s".formatted(HOSPITAL.issuer(), subject))
                .matches();
    }
}
