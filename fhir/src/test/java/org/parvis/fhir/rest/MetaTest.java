package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.store.TestPostgres;

/** The operation $meta at its three levels: R4 resource-operation-meta.html. */
class MetaTest {

    private static FhirEndpoint endpoint;
    private static FhirClient client;

    @BeforeAll
    static void open() {
        endpoint = FhirEndpoint.open(FhirSettings.defaults(), TestPostgres.database());
        client = new FhirClient(endpoint, Caller.system());
        client.put("Patient/ana", marked("Patient", "ana", "north"));
        client.put("Patient/bob", marked("Patient", "bob", "north"));
        client.put("Patient/eve", marked("Patient", "eve", "south"));
        client.put("Organization/chu", marked("Organization", "chu", "west"));
    }

    @AfterAll
    static void close() {
        endpoint.close();
    }

    private static String marked(String type, String id, String tag) {
        return """
                {"resourceType":"%s","id":"%s","meta":{"profile":["http://parvis.test/%s|1"],
                 "security":[{"system":"urn:s","code":"R"}],"tag":[{"system":"urn:t","code":"%s"}]}}""".formatted(type, id, type, tag);
    }

    private static JsonNode meta(FhirClient asking, String address) {
        return asking.get(address).json().at("/parameter/0/valueMeta");
    }

    @Test
    void tellsTheMarksOfOneResource() {
        var meta = meta(client, "Patient/ana/$meta");

        assertThat(meta.at("/tag/0/code").asText()).isEqualTo("north");
        assertThat(meta.path("versionId").asText()).isEqualTo("1");
    }

    @Test
    void tellsEachMarkOfATypeOnce() {
        var meta = meta(client, "Patient/$meta");

        assertThat(meta.path("tag").findValuesAsText("code")).containsExactly("north", "south");
        assertThat(meta.path("tag").findValuesAsText("system")).containsOnly("urn:t");
        assertThat(meta.path("profile")).extracting(JsonNode::asText).containsExactly("http://parvis.test/Patient|1");
        assertThat(meta.path("security").findValuesAsText("code")).containsExactly("R");
    }

    @Test
    void tellsTheMarksOfAllTypes() {
        var meta = meta(client, "$meta");

        assertThat(meta.path("tag").findValuesAsText("code")).containsExactly("north", "south", "west");
        assertThat(meta.path("security").findValuesAsText("code")).containsExactly("R");
    }

    @Test
    void tellsNothingOfWhatIsHidden() {
        var anaOnly = new Permit(Optional.of(Set.of("ana")), Optional.empty(), Optional.empty(), Optional.empty());

        var meta = meta(client.as(Caller.program("nurse", Optional.empty(), anaOnly)), "Patient/$meta");

        assertThat(meta.path("tag").findValuesAsText("code")).containsExactly("north");
    }
}
