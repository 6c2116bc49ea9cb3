package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.TestPostgres;

class StoreClientTest {

    private static FhirEndpoint endpoint;
    private static StoreClient store;

    @BeforeAll
    static void open() {
        endpoint = FhirEndpoint.open(FhirSettings.defaults(), TestPostgres.database());
        store = endpoint.as(Caller.system());
        for (String id : new String[] {"ana", "bob", "cam"}) {
            store.update(tree(Resources.patient(id, "Petit")));
        }
    }

    @AfterAll
    static void close() {
        endpoint.close();
    }

    private static ObjectNode tree(String json) {
        return (ObjectNode) FhirClient.read(json);
    }

    @Test
    void readsWhatWasCreated() {
        var created = store.create(tree("""
                {"resourceType":"Patient","name":[{"family":"Neuf"}]}"""));

        var read = store.read("Patient", created.path("id").asText());

        assertThat(read).contains(created);
        assertThat(created.path("meta").path("versionId").asText()).isEqualTo("1");
    }

    @Test
    void findsNothingWhereNothingMayBeSeen() {
        var nobody = endpoint.as(Caller.program("nobody", Optional.empty(), Permit.patients(Set.of())));

        assertThat(nobody.read("Patient", "ana")).isEmpty();
        assertThat(nobody.search("Patient?family=Petit&_total=accurate").total())
                .hasValue(0);
    }

    @Test
    void goesFromPageToPage() {
        var first = store.search("Patient?family=Petit&_sort=_id&_count=2");
        var second = store.search(first.next().orElseThrow());

        assertThat(first.matches())
                .extracting(match -> match.path("id").asText())
                .containsExactly("ana", "bob");
        assertThat(second.matches())
                .extracting(match -> match.path("id").asText())
                .containsExactly("cam");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void throwsTheRefusalThatAnHttpCallerIsTold() {
        assertThatThrownBy(() -> store.search("Patient?nonsense=1"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
    }
}
