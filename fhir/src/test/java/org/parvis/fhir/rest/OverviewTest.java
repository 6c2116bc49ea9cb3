package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.store.Census.TypeCount;
import org.parvis.fhir.store.Change;
import org.parvis.fhir.store.Method;
import org.parvis.fhir.store.TestPostgres;

class OverviewTest {

    private static final FhirEndpoint ENDPOINT = FhirEndpoint.open(FhirSettings.defaults(), TestPostgres.database());

    private final FhirClient client = new FhirClient(ENDPOINT, Caller.system());

    @AfterAll
    static void close() {
        ENDPOINT.close();
    }

    @Nested
    class Census {
        @Test
        void countsWhatIsThereNowAndTheCallerMaySee() {
            var before = Instant.now();
            client.put("Patient/jeanne", "{\"resourceType\":\"Patient\",\"id\":\"jeanne\"}");
            client.put("Patient/paul", "{\"resourceType\":\"Patient\",\"id\":\"paul\"}");
            client.put("Patient/paul", "{\"resourceType\":\"Patient\",\"id\":\"paul\",\"active\":true}");
            client.put("Patient/gone", "{\"resourceType\":\"Patient\",\"id\":\"gone\"}");
            client.delete("Patient/gone");
            client.put(
                    "Organization/clinic", "{\"resourceType\":\"Organization\",\"id\":\"clinic\",\"name\":\"Clinic\"}");

            var all = ENDPOINT.overview().census(Caller.system());
            var jeannesDoctor = ENDPOINT.overview()
                    .census(Caller.program("doctor", Optional.empty(), Permit.patients(Set.of("jeanne"))));

            assertThat(all.types()).isEqualTo(List.of(new TypeCount("Patient", 2), new TypeCount("Organization", 1)));
            assertThat(all.total()).isEqualTo(3);
            assertThat(all.changed())
                    .hasValueSatisfying(changed -> assertThat(changed).isAfterOrEqualTo(before.minusMillis(1)));
            assertThat(jeannesDoctor.types())
                    .isEqualTo(List.of(new TypeCount("Organization", 1), new TypeCount("Patient", 1)));
        }
    }

    @Nested
    class Latest {
        @Test
        void tellsTheNewestChangeFirst() {
            client.put("Patient/first", "{\"resourceType\":\"Patient\",\"id\":\"first\"}");
            client.delete("Patient/first");

            var latest = ENDPOINT.overview().latest(Caller.system(), 2);

            assertThat(latest)
                    .extracting(change -> change.key().toString(), Change::version, Change::method)
                    .containsExactly(
                            tuple("Patient/first", 2, Method.DELETE), tuple("Patient/first", 1, Method.UPDATE));
        }
    }
}
