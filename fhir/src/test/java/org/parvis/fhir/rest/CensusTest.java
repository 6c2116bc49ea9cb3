package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.parvis.fhir.store.TestPostgres;

class CensusTest {

    private static final FhirEndpoint ENDPOINT = FhirEndpoint.open(FhirSettings.defaults(), TestPostgres.database());

    private final FhirClient client = new FhirClient(ENDPOINT, Caller.system());

    @AfterAll
    static void close() {
        ENDPOINT.close();
    }

    @Nested
    class Counting {
        @Test
        void tellsWhatIsThereNowAndTheCallerMaySee() {
            var before = Instant.now();
            client.put("Patient/jeanne", "{\"resourceType\":\"Patient\",\"id\":\"jeanne\"}");
            client.put("Patient/paul", "{\"resourceType\":\"Patient\",\"id\":\"paul\"}");
            client.put("Patient/paul", "{\"resourceType\":\"Patient\",\"id\":\"paul\",\"active\":true}");
            client.put("Patient/gone", "{\"resourceType\":\"Patient\",\"id\":\"gone\"}");
            client.delete("Patient/gone");
            client.put(
                    "Organization/clinic", "{\"resourceType\":\"Organization\",\"id\":\"clinic\",\"name\":\"Clinic\"}");

            var all = ENDPOINT.census(Caller.system());
            var jeannesDoctor =
                    ENDPOINT.census(new Caller("doctor", Optional.empty(), Permit.patients(Set.of("jeanne"))));

            assertThat(all.types()).isEqualTo(List.of(new TypeCount("Patient", 2), new TypeCount("Organization", 1)));
            assertThat(all.total()).isEqualTo(3);
            assertThat(all.changed())
                    .hasValueSatisfying(changed -> assertThat(changed).isAfterOrEqualTo(before.minusMillis(1)));
            assertThat(jeannesDoctor.types())
                    .isEqualTo(List.of(new TypeCount("Organization", 1), new TypeCount("Patient", 1)));
        }
    }
}
