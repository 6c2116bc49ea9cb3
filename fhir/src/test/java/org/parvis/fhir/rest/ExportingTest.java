package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;

/** What an export holds: Bulk Data Access STU2, export.html. */
class ExportingTest extends ExportingFixture {

    @Nested
    class OfTheWholeSystem {
        @Test
        void holdsEveryResourceAsItIsStored() {
            var manifest = manifest(start("$export?_type=Observation,Practitioner,Provenance,Appointment"));

            var lines = lines(manifest.path("output"));

            assertThat(lines.keySet()).containsExactly("Appointment", "Observation", "Practitioner", "Provenance");
            assertThat(lines.get("Observation"))
                    .contains(
                            client.get("Observation/p1").text(),
                            client.get("Observation/p2").text(),
                            client.get("Observation/q1").text());
            assertThat(manifest.path("request").asText())
                    .isEqualTo(BASE + "$export?_type=Observation,Practitioner,Provenance,Appointment");
            assertThat(manifest.path("requiresAccessToken").asBoolean()).isFalse();
            assertThat(manifest.path("deleted")).isEmpty();
            assertThat(manifest.path("error")).isEmpty();
        }

        @Test
        void holdsChangesAndDeletionsSinceTheOneBefore() {
            put("Location", "stays", "");
            put("Location", "changes", "");
            put("Location", "goes", "");
            put("Location", "comes-back", "");
            String since = manifest(start("$export?_type=Location"))
                    .path("transactionTime")
                    .asText();

            put("Location", "changes", ",\"name\":\"Salle 2\"");
            client.delete("Location/goes");
            client.delete("Location/comes-back");
            put("Location", "comes-back", "");
            var manifest = manifest(start("$export?_type=Location&_since=" + since));

            assertThat(exported(manifest)).containsExactly("Location/changes", "Location/comes-back");
            assertThat(lines(manifest.path("deleted")).get("Bundle"))
                    .containsExactly("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":"
                            + "[{\"request\":{\"method\":\"DELETE\",\"url\":\"Location/goes\"}}]}");
        }

        @Test
        void keepsOnlyTheElementsAskedFor() {
            var manifest = manifest(start("$export?_type=Patient,Practitioner&_elements=Patient.gender"));

            var lines = lines(manifest.path("output"));

            var patient = lines.getOrDefault("Patient", List.of()).stream()
                    .map(FhirClient::read)
                    .filter(line -> line.path("id").asText().equals("p"))
                    .findFirst()
                    .orElseThrow();
            assertThat(patient.path("gender").asText()).isEqualTo("female");
            assertThat(patient.has("birthDate")).isFalse();
            assertThat(patient.at("/meta/tag/0/code").asText()).isEqualTo("SUBSETTED");
            assertThat(lines.get("Practitioner"))
                    .containsExactly(client.get("Practitioner/doc").text());
        }

        @Test
        void keepsWhatAnyFilterOfItsTypeFindsOnce() {
            var filters = "_typeFilter=Observation%3Fstatus%3Dfinal,Observation%3Fcode%3D8302-2%26subject%3DPatient/p";

            var manifest = manifest(start("$export?_type=Observation,Practitioner&" + filters));

            assertThat(exported(manifest))
                    .containsExactly("Observation/p1", "Observation/p2", "Observation/q1", "Practitioner/doc");
        }

        @Test
        void hasNoFileForNothing() {
            var manifest = manifest(start("$export?_type=Observation&_typeFilter=Observation%3Fstatus%3Dcancelled"));

            assertThat(manifest.path("output")).isEmpty();
        }
    }

    @Nested
    class OfPatients {
        @Test
        void holdsWhatIsAboutPatientsAndItsProvenance() {
            var exported =
                    exported(manifest(start("Patient/$export?_type=Patient,Observation,Provenance,Appointment")));

            assertThat(exported)
                    .contains(
                            "Patient/p",
                            "Patient/q",
                            "Observation/p1",
                            "Observation/q1",
                            "Provenance/of-p1",
                            "Appointment/both");
            assertThat(exported(manifest(start("Patient/$export"))))
                    .contains("Patient/p", "Provenance/of-p1")
                    .doesNotContain("Practitioner/doc");
        }

        @Test
        void saysWhichTypesAreNeverAboutAPatient() {
            var manifest = manifest(start("Patient/$export?_type=Practitioner,Patient"));

            assertThat(lines(manifest.path("output")).keySet()).containsExactly("Patient");
            assertThat(lines(manifest.path("error")).get("OperationOutcome"))
                    .singleElement()
                    .asString()
                    .contains("Practitioner is never about a patient and was left out.");
        }

        @Test
        void holdsOnlyThePatientsNamed() {
            var started = client.post("Patient/$export", named("p"), "prefer", "respond-async");

            assertThat(exported(manifest(started)))
                    .containsExactly(
                            "Appointment/both",
                            "Group/of-p",
                            "Observation/p1",
                            "Observation/p2",
                            "Patient/p",
                            "Provenance/of-p1");
        }

        @Test
        void isRefusedForPatientsWhoAreNotHere() {
            var refused = client.post("Patient/$export", named("nobody"), "prefer", "respond-async");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/issue/0/diagnostics").asText()).isEqualTo("Patient/nobody is not here.");
        }

        private static String named(String patient) {
            return """
                    {"resourceType":"Parameters","parameter":[
                     {"name":"patient","valueReference":{"reference":"Patient/%s"}}]}""".formatted(patient);
        }
    }

    @Nested
    class OfAGroup {
        @Test
        void holdsTheDataOfItsMembers() {
            var expected = new String[] {
                "Appointment/both", "Group/of-p", "Observation/p1", "Observation/p2", "Patient/p", "Provenance/of-p1"
            };

            assertThat(exported(manifest(start("Group/of-p/$export")))).containsExactly(expected);
            assertThat(exported(manifest(start("Group/nested/$export")))).containsExactly(expected);
        }

        @Test
        void holdsNothingOfWhoLeft() {
            assertThat(exported(manifest(start("Group/left/$export")))).isEmpty();
        }

        @Test
        void holdsWhatNamesSeveralMembersOnce() {
            var members = new ArrayList<String>();
            var expected = new TreeSet<>(Set.of("Appointment/crowd"));
            var participants = new ArrayList<String>();
            for (int i = 0; i < CROWD; i++) {
                String id = "crowd-" + i;
                put("Patient", id, "");
                putObservation(id, id, "final");
                members.add("Patient/" + id);
                participants.add("{\"actor\":{\"reference\":\"Patient/" + id + "\"},\"status\":\"accepted\"}");
                expected.addAll(Set.of("Patient/" + id, "Observation/" + id));
            }
            put("Appointment", "crowd", ",\"status\":\"booked\",\"participant\":" + participants);
            put("Group", "crowd", group(members.toArray(String[]::new)));

            var manifest = manifest(start("Group/crowd/$export?_type=Patient,Observation,Appointment"));
            var filtered =
                    manifest(start("Group/crowd/$export?_type=Observation&_typeFilter=Observation%3Fcode%3D8302-2"));

            assertThat(exported(manifest)).isEqualTo(expected);
            assertThat(exported(filtered)).hasSize(CROWD);
        }

        @Test
        void isRefusedForPatientsWhoAreNoMembers() {
            var refused = client.post("Group/of-p/$export", OfPatients.named("q"), "prefer", "respond-async");

            assertThat(refused.json().at("/issue/0/diagnostics").asText())
                    .isEqualTo("Patient/q is no member of Group/of-p.");
        }
    }

    @Nested
    class WithinAPermit {
        @Test
        void holdsOnlyWhatItsRequesterMaySee() {
            var nurse = client.as(Caller.program("nurse", Optional.empty(), Permit.patients(Set.of("q"))));

            String status =
                    followed(nurse.get("$export?_type=Patient,Observation,Practitioner", "prefer", "respond-async"));
            var manifest = ended(nurse, status).json();

            assertThat(exported(manifest)).containsExactly("Observation/q1", "Patient/q", "Practitioner/doc");
        }

        @Test
        void isKnownToItsRequesterOnly() {
            String status = followed(start("$export?_type=Practitioner"));
            var other = client.as(Caller.program("other", Optional.empty(), Permit.everything()));

            assertThat(other.get(status).status()).isEqualTo(404);
            assertThat(other.delete(status).status()).isEqualTo(404);
            assertThat(ended(client, status).status()).isEqualTo(200);
        }
    }
}
