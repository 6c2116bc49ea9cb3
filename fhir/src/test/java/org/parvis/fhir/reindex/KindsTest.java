package org.parvis.fhir.reindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.fhir.reindex.Posted.param;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parvis.fhir.store.TestPostgres;

/** Posted parameters of every kind find what was stored before them: R4 search.html, 3.1.1.4. */
class KindsTest {

    private static Node node;

    @BeforeAll
    static void postAfterStoring() {
        node = new Node(TestPostgres.database());
        node.put("""
                {"resourceType":"Organization","id":"chu","name":"CHU de Nantes"}""", """
                {"resourceType":"Patient","id":"ana","name":[{"family":"Lefèvre"}],"multipleBirthInteger":2,
                 "managingOrganization":{"reference":"Organization/chu"},
                 "identifier":[{"type":{"coding":[{"system":"urn:types","code":"INS"}]},"system":"urn:ins","value":"280"}]}""", """
                {"resourceType":"Patient","id":"bob","name":[{"family":"Le Goff"}]}""", """
                {"resourceType":"Observation","id":"bp","status":"final","subject":{"reference":"Patient/ana"},
                 "code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}]},"issued":"2024-03-05T10:00:00Z",
                 "focus":[{"reference":"Patient/bob"}],
                 "meta":{"profile":["urn:profile:bp|1.0"]},
                 "referenceRange":[{"low":{"value":6,"system":"http://unitsofmeasure.org","code":"g"},
                  "appliesTo":[{"coding":[{"system":"urn:who","code":"adult"}]}]}]}""");
        node.put(
                param("owner", "Patient", "reference", "Patient.managingOrganization"),
                param("about", "Observation", "reference", "Observation.focus"),
                param("twin", "Patient", "number", "Patient.multipleBirth.as(integer)"),
                param("ins", "Patient", "token", "Patient.identifier"),
                param("issued-at", "Observation", "date", "Observation.issued"),
                param("low-bound", "Observation", "quantity", "Observation.referenceRange.low"),
                param("made-as", "Observation", "uri", "Observation.meta.profile"),
                param("applies-to", "Observation", "token", "Observation.referenceRange.appliesTo"),
                param("written-name", "Patient", "string", "Patient.name.select(family + '!')"));
        node.put("""
                {"resourceType":"SearchParameter","id":"bound","url":"urn:example:bound","name":"bound","status":"draft",
                 "description":"bound","code":"bound","base":["Observation"],"type":"composite",
                 "expression":"Observation.referenceRange",
                 "component":[{"definition":"urn:example:applies-to","expression":"appliesTo"},
                  {"definition":"urn:example:low-bound","expression":"low"}]}""");
        node.finish();
    }

    @AfterAll
    static void close() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Patient?owner=Organization/chu; ana",
                "Patient?owner:missing=true; bob",
                "Patient?owner.name=CHU; ana",
                "Organization?_has:Patient:owner:family=lefevre; chu",
                "Observation?about:Patient.family=le goff; bp",
                "Patient?_has:Observation:about:_id=bp; bob",
                "Patient?twin=2; ana",
                "Patient?ins=urn:ins|280; ana",
                "Patient?ins:of-type=urn:types|INS|280; ana",
                "Observation?issued-at=2024-03; bp",
                "Observation?low-bound=6||g; bp",
                "Observation?low-bound=6000|http://unitsofmeasure.org|mg; bp",
                "Observation?made-as=urn:profile:bp; bp",
                "Patient?written-name:exact=Lefèvre!; ana",
                "Observation?bound=adult$6|http://unitsofmeasure.org|g; bp",
                "Observation?bound=urn:who|adult$gt5; bp",
            })
    void finds(String address, String id) {
        assertThat(node.find(address)).containsExactly(id);
    }

    @Test
    void includesWhatItRefersTo() {
        assertThat(node.find("Patient?_id=ana&_include=Patient:owner")).containsExactly("ana", "chu");
        assertThat(node.find("Patient?_id=bob&_revinclude=Observation:about")).containsExactly("bob", "bp");
    }

    @Test
    void sortsByIt() {
        assertThat(node.find("Patient?_sort=-written-name")).containsExactly("ana", "bob");
        assertThat(node.find("Patient?_sort=written-name")).containsExactly("bob", "ana");
    }
}
