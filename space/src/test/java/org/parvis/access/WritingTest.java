package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.access.Rights;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;

/** Who may write what, and that nobody gives themselves rights by writing. */
class WritingTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    private static FhirEndpoint endpoint;
    private static StoreClient system;

    private final StoreClient doctor = as("doctor", Purpose.CARE, "Practitioner/w-doc", "Organization/w-chu");
    private final StoreClient stranger = as("doctor", Purpose.CARE, "Practitioner/w-stranger", "Organization/w-other");
    private final StoreClient hospital = as("hospital-system", Purpose.CARE, "Organization/w-chu");
    private final StoreClient patient = as("patient", Purpose.PATIENT, "Patient/w-ana");
    private final StoreClient daughter = as("carer", Purpose.PATIENT, "RelatedPerson/w-daughter");

    @BeforeAll
    static void fill() {
        endpoint = RunningServer.bean(FhirEndpoint.class);
        system = endpoint.as(Caller.system());
        for (String resource : List.of(
                "{'resourceType':'Organization','id':'w-chu'}",
                "{'resourceType':'Organization','id':'w-other'}",
                "{'resourceType':'Practitioner','id':'w-doc'}",
                "{'resourceType':'Practitioner','id':'w-colleague'}",
                "{'resourceType':'Practitioner','id':'w-stranger'}",
                "{'resourceType':'Patient','id':'w-ana'}",
                "{'resourceType':'Patient','id':'w-bob'}",
                "{'resourceType':'RelatedPerson','id':'w-daughter','patient':{'reference':'Patient/w-ana'}}",
                team("w-ana", "Practitioner/w-doc"),
                observation("w-old", "w-ana"))) {
            system.update(tree(resource));
        }
    }

    private static StoreClient as(String family, Purpose purpose, String... holders) {
        var policy = new Policies().of(family).orElseThrow();
        Optional<String> structure = List.of(holders).stream()
                .filter(holder -> holder.startsWith("Organization/"))
                .map(holder -> holder.substring("Organization/".length()))
                .findFirst();
        var rights = policy.rights(Set.of(holders), structure.map(Set::of).orElse(Set.of()), purpose);
        return endpoint.as(new Caller(family, Optional.empty(), structure, purpose, Permit.rights(rights)));
    }

    private static ObjectNode tree(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    private static String team(String patient, String member) {
        return ("{'resourceType':'CareTeam','id':'w-team','status':'active','subject':{'reference':'Patient/%s'},"
                        + "'participant':[{'member':{'reference':'Practitioner/w-doc'}},{'member':{'reference':'%s'}}]}")
                .formatted(patient, member);
    }

    private static String observation(String id, String patient) {
        return ("{'resourceType':'Observation','id':'%s','status':'final','code':{'text':'x'},"
                        + "'subject':{'reference':'Patient/%s'}}")
                .formatted(id, patient);
    }

    private static String encounter(String structure, String patient) {
        return ("{'resourceType':'Encounter','status':'in-progress','class':{'code':'IMP'},"
                        + "'subject':{'reference':'%s'},'serviceProvider':{'reference':'Organization/%s'}}")
                .formatted(patient, structure);
    }

    private static void refuses(int status, Runnable write) {
        assertThatThrownBy(write::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
    }

    @Nested
    class AProfessional {

        @Test
        void writesAboutThoseWhomTheyTreat() {
            var written = doctor.update(tree(observation("w-new", "w-ana")));

            assertThat(written.path("meta").path("versionId").asText()).isNotEmpty();
        }

        @Test
        void isRefusedForOthers() {
            // Whom they may not see is not there for them.
            refuses(422, () -> stranger.create(tree(observation("", "w-ana").replace("'id':'',", ""))));
            refuses(403, () -> stranger.update(tree(observation("w-old", "w-ana"))));
        }

        @Test
        void bringsAColleagueIntoTheCircleButNotThemselves() {
            doctor.update(tree(team("w-ana", "Practitioner/w-colleague")));

            refuses(403, () -> stranger.update(tree(team("w-ana", "Practitioner/w-stranger"))));
            refuses(
                    422,
                    () -> stranger.create(
                            tree(team("w-bob", "Practitioner/w-stranger").replace("'id':'w-team',", ""))));
            assertThat(stranger.read("Patient", "w-bob")).isEmpty();
        }

        @Test
        void doesNotMoveACircleToAnotherPatient() {
            refuses(422, () -> doctor.update(tree(team("w-bob", "Practitioner/w-doc"))));
        }

        @Test
        void doesNotAdmit() {
            refuses(403, () -> doctor.create(tree(encounter("w-chu", "Patient/w-ana"))));
        }

        @Test
        void doesNotOpenDataByACodeOfTheirOwn() {
            refuses(403, () -> doctor.create(tree("""
                    {'resourceType':'Task','status':'in-progress','intent':'order','code':{'coding':[
                     {'system':'urn:parvis:access','code':'emergency-access'}]},'for':{'reference':'Patient/w-ana'},
                     'requester':{'reference':'Practitioner/w-doc'}}""")));
            refuses(403, () -> doctor.create(tree("""
                    {'resourceType':'Consent','status':'active','scope':{'text':'x'},'patient':{'reference':'Patient/w-ana'},
                     'category':[{'coding':[{'system':'urn:parvis:access','code':'visit'}]}],'policyRule':{'text':'x'},
                     'provision':{'type':'permit','actor':[{'role':{'text':'x'},
                      'reference':{'reference':'Practitioner/w-colleague'}}]}}""")));
        }

        @Test
        void doesNotOfferAVisitInThePatientsPlace() {
            String offer = """
                    {'resourceType':'Consent','status':'proposed','scope':{'text':'x'},'patient':{'reference':'Patient/w-ana'},
                     'identifier':[{'system':'urn:parvis:visit-code','value':'00'}],'policyRule':{'text':'x'},
                     'category':[{'coding':[{'system':'urn:parvis:access','code':'visit'}]}]}""";

            refuses(403, () -> doctor.create(tree(offer)));
            assertThat(patient.create(tree(offer)).path("status").asText()).isEqualTo("proposed");
        }

        @Test
        void doesNotChangeTheDirectory() {
            refuses(403, () -> doctor.update(tree("{'resourceType':'Organization','id':'w-chu','name':'Pris'}")));
        }

        @Test
        void answersWhatWasSentToThem() {
            system.update(tree("""
                    {'resourceType':'Task','id':'w-task','status':'requested','intent':'order',
                     'for':{'reference':'Patient/w-bob'},'owner':{'reference':'Practitioner/w-doc'}}"""));

            doctor.update(tree("""
                    {'resourceType':'Task','id':'w-task','status':'accepted','intent':'order',
                     'for':{'reference':'Patient/w-bob'},'owner':{'reference':'Practitioner/w-doc'}}"""));

            assertThat(doctor.read("Task", "w-task")
                            .orElseThrow()
                            .path("status")
                            .asText())
                    .isEqualTo("accepted");
            refuses(403, () -> doctor.create(tree(observation("", "w-bob").replace("'id':'',", ""))));
        }
    }

    @Nested
    class AHospital {

        private ObjectNode admission(String structure) {
            return tree("""
                    {'resourceType':'Bundle','type':'transaction','entry':[
                     {'fullUrl':'urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0','request':{'method':'POST','url':'Patient'},
                      'resource':{'resourceType':'Patient'}},
                     {'request':{'method':'POST','url':'Encounter'},'resource':%s},
                     {'request':{'method':'POST','url':'Observation'},'resource':%s}]}""".formatted(
                            encounter(structure, "urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0"),
                            observation("", "x")
                                    .replace("'id':'',", "")
                                    .replace("Patient/x", "urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0")));
        }

        @Test
        void admitsAPatientAndWritesAboutThemAtOnce() {
            var answer = hospital.bundle(admission("w-chu"));

            assertThat(answer.path("entry"))
                    .hasSize(3)
                    .allMatch(entry ->
                            entry.path("response").path("status").asText().startsWith("201"));
        }

        @Test
        void seesOfItsOwnDataWhatItMayDealWithAlone() {
            var admitted = hospital.bundle(admission("w-chu"));
            String observation =
                    admitted.path("entry").path(2).path("resource").path("id").asText();
            var rights = new Policies()
                    .of("hospital-system")
                    .orElseThrow()
                    .rights(Set.of("Organization/w-chu"), Set.of("w-chu"), Purpose.CARE);
            var directoryOnly = endpoint.as(new Caller(
                    "narrowed",
                    Optional.empty(),
                    Optional.of("w-chu"),
                    Purpose.CARE,
                    Permit.rights(new Rights(
                            rights.holders(),
                            rights.structures(),
                            rights.open(),
                            List.of(),
                            List.of(),
                            Purpose.CARE))));

            assertThat(hospital.read("Observation", observation)).isPresent();
            assertThat(directoryOnly.read("Observation", observation)).isEmpty();
        }

        @Test
        void doesNotAdmitForAnotherStructure() {
            refuses(403, () -> hospital.bundle(admission("w-other")));
        }
    }

    @Nested
    class APatient {

        @Test
        void opensTheirAppointmentsToTheirDaughterWhoThenSeesThemAndNothingElse() {
            system.update(tree("""
                    {'resourceType':'Appointment','id':'w-rdv','status':'booked','participant':[
                     {'actor':{'reference':'Patient/w-ana'},'status':'accepted'}]}"""));

            patient.create(tree("""
                    {'resourceType':'Consent','status':'active','scope':{'text':'x'},'patient':{'reference':'Patient/w-ana'},
                     'category':[{'coding':[{'system':'urn:parvis:access','code':'delegation'}]}],'policyRule':{'text':'x'},
                     'provision':{'type':'permit','class':[{'code':'Appointment'}],'actor':[{'role':{'text':'x'},
                      'reference':{'reference':'RelatedPerson/w-daughter'}}]}}"""));

            assertThat(daughter.read("Appointment", "w-rdv")).isPresent();
            assertThat(daughter.read("Observation", "w-old")).isEmpty();
        }

        @Test
        void doesNotWriteWhatProfessionalsWrite() {
            refuses(403, () -> patient.create(tree(observation("", "w-ana").replace("'id':'',", ""))));
        }

        @Test
        void saysWhomTheyTrustButMakesAndUnmakesNoGuardian() {
            String guardian = """
                    {'resourceType':'RelatedPerson','id':'w-guardian','patient':{'reference':'Patient/w-ana'},
                     'relationship':[{'coding':[{'code':'GUARD'}]}]}""";
            String friend = guardian.replace("w-guardian", "w-friend").replace("GUARD", "QUAL");
            system.update(tree(guardian));

            assertThat(patient.update(tree(friend)).path("id").asText()).isEqualTo("w-friend");
            refuses(403, () -> patient.update(tree(friend.replace("QUAL", "GUARD"))));
            refuses(403, () -> patient.update(tree(guardian.replace("GUARD", "QUAL"))));
        }
    }
}
