package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.store.TestPostgres;

/** Search by every kind of parameter: R4 search.html, 3.1.1.4. */
class SearchingTest {

    private static final String BASE = "http://parvis.test/fhir/";

    private static FhirEndpoint endpoint;
    private static FhirClient client;

    @BeforeAll
    static void open() {
        endpoint = FhirEndpoint.open(FhirSettings.defaults(), TestPostgres.database());
        client = new FhirClient(endpoint, Caller.system());
        put("""
                {"resourceType":"Organization","id":"chu","name":"CHU de Nantes","active":true}""");
        put("""
                {"resourceType":"Patient","id":"ana","active":true,"gender":"female","birthDate":"1980-02-03",
                 "name":[{"family":"Lefèvre","given":["Ana","Zoé"]}],"managingOrganization":{"reference":"Organization/chu"},
                 "identifier":[{"system":"urn:ins","value":"280","type":{"coding":[{"system":"urn:types","code":"INS"}],
                 "text":"Matricule INS"}}]}""");
        put("""
                {"resourceType":"Patient","id":"bob","active":true,"gender":"male","birthDate":"1955",
                 "name":[{"family":"Le Goff","given":["Bob"]}],"identifier":[{"system":"urn:ipp","value":"280"}]}""");
        put("""
                {"resourceType":"Patient","id":"cléo","name":[{"text":"inconnue"}]}""".replace("cléo", "cleo"));
        put(Resources.height("h1", "ana", "2020-05-01", "170", "cm"));
        put(Resources.height("h2", "ana", "2021-05-01T10:00:00+02:00", "1.71", "m"));
        put(Resources.height("h3", "bob", "2021", "181", "cm"));
        put("""
                {"resourceType":"Observation","id":"bp","status":"final","subject":{"reference":"Patient/ana"},
                 "code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}],"text":"Pression artérielle"},
                 "effectivePeriod":{"start":"2022-01-01","end":"2022-01-31"},
                 "component":[
                  {"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},
                   "valueQuantity":{"value":140,"system":"http://unitsofmeasure.org","code":"mm[Hg]"}},
                  {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},
                   "valueQuantity":{"value":80,"system":"http://unitsofmeasure.org","code":"mm[Hg]"}}]}""");
        put("""
                {"resourceType":"Location","id":"nantes","name":"Nantes","position":{"latitude":47.218,"longitude":-1.553}}""");
        put("""
                {"resourceType":"Location","id":"rennes","name":"Rennes","position":{"latitude":48.117,"longitude":-1.678}}""");
        put("""
                {"resourceType":"ValueSet","id":"tailles","url":"urn:vs:tailles","status":"active",
                 "compose":{"include":[{"system":"http://loinc.org","concept":[{"code":"8302-2"}]}]}}""");
    }

    @AfterAll
    static void close() {
        endpoint.close();
    }

    private static void put(String resource) {
        String type = resource.replaceAll("(?s).*?\"resourceType\":\"(\\w+)\".*", "$1");
        String id = resource.replaceAll("(?s).*?\"id\":\"([\\w-]+)\".*", "$1");
        var done = client.put(type + "/" + id, resource);
        assertThat(done.status()).as(done.text()).isEqualTo(201);
    }

    private static List<String> ids(String address) {
        var found = client.get(address);
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        return Stream.iterate(0, i -> i + 1)
                .limit(found.json().path("entry").size())
                .map(i -> found.json().path("entry").get(i).at("/resource/id").asText())
                .toList();
    }

    private static List<String> included(String address) {
        var ids = new ArrayList<String>();
        for (JsonNode entry : client.get(address).json().path("entry")) {
            if (entry.at("/search/mode").asText().equals("include")) {
                ids.add(entry.at("/resource/id").asText());
            }
        }
        return ids;
    }

    @Nested
    class ByToken {
        @Test
        void looksAtCodeAndSystem() {
            assertThat(ids("Patient?identifier=280")).containsExactlyInAnyOrder("ana", "bob");
            assertThat(ids("Patient?identifier=urn:ins|280")).containsExactly("ana");
            assertThat(ids("Patient?identifier=|280")).isEmpty();
            assertThat(ids("Patient?identifier=urn:ipp|")).containsExactly("bob");
            assertThat(ids("Patient?gender=male,female")).containsExactlyInAnyOrder("ana", "bob");
        }

        @Test
        void canBeTurnedAround() {
            assertThat(ids("Patient?gender:not=male")).containsExactlyInAnyOrder("ana", "cleo");
            assertThat(ids("Patient?_id:not=ana,bob")).containsExactly("cleo");
            assertThat(ids("Patient?gender:missing=true")).containsExactly("cleo");
            assertThat(ids("Patient?gender:missing=false")).containsExactlyInAnyOrder("ana", "bob");
        }

        @Test
        void readsTextsAndTypes() {
            assertThat(ids("Observation?code:text=pression")).containsExactly("bp");
            assertThat(ids("Observation?code:text=TAILLE")).containsExactlyInAnyOrder("h1", "h2", "h3");
            assertThat(ids("Patient?identifier:of-type=urn:types|INS|280")).containsExactly("ana");
        }

        @Test
        void asksValueSets() {
            assertThat(ids("Observation?code:in=urn:vs:tailles")).containsExactlyInAnyOrder("h1", "h2", "h3");
            assertThat(ids("Observation?code:not-in=ValueSet/tailles")).containsExactly("bp");
            assertThat(client.get("Observation?code:in=urn:vs:absent").status()).isEqualTo(400);
        }
    }

    @Nested
    class ByString {
        @Test
        void forgetsCaseAndAccents() {
            assertThat(ids("Patient?family=LEFEVRE")).containsExactly("ana");
            assertThat(ids("Patient?family=le")).containsExactlyInAnyOrder("ana", "bob");
            assertThat(ids("Patient?name=zoe")).containsExactly("ana");
        }

        @Test
        void canBeExactOrAnywhere() {
            assertThat(ids("Patient?family:exact=Lefèvre")).containsExactly("ana");
            assertThat(ids("Patient?family:exact=lefevre")).isEmpty();
            assertThat(ids("Patient?family:contains=GOF")).containsExactly("bob");
        }
    }

    @Nested
    class ByDate {
        @Test
        void comparesRanges() {
            assertThat(ids("Observation?date=2021")).containsExactlyInAnyOrder("h2", "h3");
            assertThat(ids("Observation?date=2021-05-01")).containsExactly("h2");
            assertThat(ids("Observation?date=gt2021-05-01")).containsExactlyInAnyOrder("h3", "bp");
            assertThat(ids("Observation?date=sa2021")).containsExactly("bp");
            assertThat(ids("Observation?date=eb2021")).containsExactly("h1");
            assertThat(ids("Observation?date=le2021-05-01")).containsExactlyInAnyOrder("h1", "h2", "h3");
            assertThat(ids("Observation?date=ge2021-01-01&date=lt2022")).containsExactlyInAnyOrder("h2", "h3");
            assertThat(ids("Patient?birthdate=ne1955")).containsExactly("ana");
        }

        @Test
        void refusesDatesThatDoNotExist() {
            assertThat(client.get("Observation?date=2021-02-30").status()).isEqualTo(400);
        }
    }

    @Nested
    class ByQuantity {
        @Test
        void comparesAcrossUnits() {
            assertThat(ids("Observation?value-quantity=gt1.705|http://unitsofmeasure.org|m"))
                    .containsExactlyInAnyOrder("h2", "h3");
            assertThat(ids("Observation?value-quantity=170|http://unitsofmeasure.org|cm"))
                    .containsExactly("h1");
            assertThat(ids("Observation?value-quantity=171||m")).isEmpty();
            assertThat(ids("Observation?value-quantity=1.71||m")).containsExactly("h2");
            assertThat(ids("Observation?value-quantity=ap175")).containsExactlyInAnyOrder("h1", "h3");
        }

        @Test
        void keepsCompositesOnOneElement() {
            String systolic = "component-code-value-quantity=http://loinc.org|8480-6$gt";
            assertThat(ids("Observation?" + systolic + "100||mm[Hg]")).containsExactly("bp");
            assertThat(ids("Observation?component-code-value-quantity=8462-4$gt100"))
                    .isEmpty();
            assertThat(ids("Observation?combo-code-value-quantity=8302-2$gt1.705|http://unitsofmeasure.org|m"))
                    .containsExactlyInAnyOrder("h2", "h3");
        }
    }

    @Nested
    class ByReference {
        @Test
        void takesEveryWrittenForm() {
            var ofAna = List.of("h1", "h2", "bp");
            assertThat(ids("Observation?subject=Patient/ana")).containsExactlyInAnyOrderElementsOf(ofAna);
            assertThat(ids("Observation?patient=ana")).containsExactlyInAnyOrderElementsOf(ofAna);
            assertThat(ids("Observation?subject:Patient=ana")).containsExactlyInAnyOrderElementsOf(ofAna);
            assertThat(ids("Observation?subject=" + BASE + "Patient/ana")).containsExactlyInAnyOrderElementsOf(ofAna);
            assertThat(ids("Observation?subject=Patient/nobody")).isEmpty();
            assertThat(ids("Observation?patient=ana,bob")).hasSize(4);
        }

        @Test
        void followsChainsBothWays() {
            assertThat(ids("Observation?patient.family=goff,le%20goff")).containsExactly("h3");
            assertThat(ids("Observation?subject:Patient.organization.name=chu"))
                    .containsExactlyInAnyOrder("h1", "h2", "bp");
            assertThat(ids("Patient?_has:Observation:patient:code=85354-9")).containsExactly("ana");
            assertThat(ids("Organization?_has:Patient:organization:_has:Observation:patient:code=85354-9"))
                    .containsExactly("chu");
        }

        @Test
        void refusesChainsThatAreTooDeep() {
            assertThat(client.get("Observation?encounter.part-of.part-of.part-of.part-of.status=x")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Nested
    class ByPlace {
        @Test
        void measuresDistancesOnTheGlobe() {
            assertThat(ids("Location?near=47.2|-1.5|20|km")).containsExactly("nantes");
            assertThat(ids("Location?near=47.2|-1.5|150|km")).containsExactlyInAnyOrder("nantes", "rennes");
            assertThat(client.get("Location?near=here").status()).isEqualTo(400);
        }
    }

    @Nested
    class ByUri {
        @Test
        void goesUpAndDownTheTree() {
            assertThat(ids("ValueSet?url=urn:vs:tailles")).containsExactly("tailles");
            assertThat(ids("ValueSet?url:below=urn:vs")).containsExactly("tailles");
            assertThat(ids("ValueSet?url:above=urn:vs:tailles:enfants")).containsExactly("tailles");
        }
    }

    @Nested
    class Paging {
        @Test
        void showsEachMatchOnceInTheOrderAsked() {
            var seen = new ArrayList<String>();
            String next = "Observation?_sort=-date,code&_count=2";
            while (next != null) {
                var page = client.get(next).json();
                page.path("entry")
                        .forEach(entry -> seen.add(entry.at("/resource/id").asText()));
                String url = page.at("/link/1/url").asText();
                next = url.isEmpty() ? null : url.substring(BASE.length()).replace("%7C", "|");
            }

            assertThat(seen).containsExactly("bp", "h2", "h3", "h1");
        }

        @Test
        void showsAResourceOnceThatHasSeveralValues() {
            assertThat(ids("Observation?_sort=combo-code")).containsExactly("h1", "h2", "h3", "bp");
            assertThat(ids("Observation?_sort=-combo-code")).containsExactly("bp", "h1", "h2", "h3");
            assertThat(ids("Observation?_sort=subject,_id")).hasSize(4).doesNotHaveDuplicates();
        }

        @Test
        void putsResourcesWithoutTheValueLast() {
            assertThat(ids("Patient?_sort=birthdate")).containsExactly("bob", "ana", "cleo");
            assertThat(ids("Patient?_sort=-birthdate")).containsExactly("ana", "bob", "cleo");
            assertThat(ids("Patient?_sort=family&_count=2")).containsExactly("bob", "ana");
        }

        @Test
        void refusesALinkOfAnotherSearch() {
            String link =
                    client.get("Observation?_count=1").json().at("/link/1/url").asText();
            String page = link.substring(link.indexOf("_page="));

            assertThat(client.get("Observation?status=final&_count=1&" + page).status())
                    .isEqualTo(400);
        }

        @Test
        void countsWhenAsked() {
            assertThat(client.get("Observation?_total=accurate&_count=1")
                            .json()
                            .path("total")
                            .asInt())
                    .isEqualTo(4);
            assertThat(client.get("Observation?_summary=count").json().has("entry"))
                    .isFalse();
            assertThat(client.get("Observation").json().has("total")).isFalse();
        }
    }

    @Nested
    class Including {
        @Test
        void addsWhatMatchesReferToAndWhatRefersToThem() {
            assertThat(included("Observation?_id=h1&_include=Observation:patient"))
                    .containsExactly("ana");
            assertThat(included("Observation?_id=h1&_include=Observation:patient"
                            + "&_include:iterate=Patient:organization"))
                    .containsExactly("ana", "chu");
            assertThat(included("Patient?_id=ana&_revinclude=Observation:subject"))
                    .containsExactlyInAnyOrder("h1", "h2", "bp");
        }
    }

    @Nested
    class WithinACompartment {
        @Test
        void findsOnlyWhatConcernsThePatient() {
            assertThat(ids("Patient/ana/Observation?code=8302-2")).containsExactlyInAnyOrder("h1", "h2");
            assertThat(ids("Patient/nobody/Observation")).isEmpty();
        }

        @Test
        void findsOnceWhatConcernsThePatientInSeveralWays() {
            client.put("Condition/told", """
                    {"resourceType":"Condition","id":"told","code":{"text":"Toux"},
                     "subject":{"reference":"Patient/ana"},"asserter":{"reference":"Patient/ana"}}""");

            assertThat(ids("Patient/ana/Condition")).containsExactly("told");
            assertThat(client.get("Patient/ana/Condition?_total=accurate")
                            .json()
                            .path("total")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Nested
    class Strictness {
        @Test
        void refusesWhatItDoesNotKnowUnlessLeniencyIsAsked() {
            assertThat(client.get("Patient?colour=blue").status()).isEqualTo(400);
            assertThat(client.get("Patient?_filter=name eq x").status()).isEqualTo(400);
            assertThat(client.get("Patient?birthdate:exact=1980").status()).isEqualTo(400);

            var lenient = client.get("Patient?colour=blue&gender=male", "prefer", "handling=lenient")
                    .json();

            assertThat(lenient.at("/entry/0/resource/id").asText()).isEqualTo("bob");
            assertThat(lenient.at("/entry/1/resource/issue/0/diagnostics").asText())
                    .contains("colour");
            assertThat(lenient.at("/link/0/url").asText()).doesNotContain("colour");
        }

        @Test
        void readsAPostedFormLikeAnAddress() {
            var posted =
                    client.post("Patient/_search", "gender=male", "content-type", "application/x-www-form-urlencoded");

            assertThat(posted.json().at("/entry/0/resource/id").asText()).isEqualTo("bob");
        }
    }
}
