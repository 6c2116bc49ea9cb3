package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parvis.fhir.store.TestPostgres;

/** An interaction that the trace does not tell of is one that somebody decided about. */
class TracedRoutesTest {

    @Test
    void leaveOutWhatShowsNobodysDataAndWhatIsToldByItsTransaction() {
        try (var endpoint = FhirEndpoint.open(FhirSettings.defaults(), TestPostgres.database())) {
            assertThat(endpoint.routes())
                    .filteredOn(route -> route.traced().isEmpty())
                    .extracting(route -> String.join("/", route.shape()))
                    .containsExactlyInAnyOrder(
                            // Changes: in their own transaction. Batches: entry by entry.
                            "",
                            "{type}",
                            "{type}",
                            "{type}/{id}",
                            "{type}/{id}",
                            "{type}/{id}",
                            // The trace takes what others tell, and refuses all else.
                            "AuditEvent",
                            "AuditEvent",
                            "AuditEvent/{id}",
                            "AuditEvent/_history",
                            "AuditEvent/{id}/_history",
                            "AuditEvent/{id}/_history/{version}",
                            // About no patient.
                            "metadata",
                            "$meta",
                            "{type}/$meta",
                            "$export/{job}",
                            "$export/{job}",
                            "Subscription/$status",
                            "Subscription/{id}/$status",
                            "{type}/$validate",
                            "{type}/{id}/$validate");
        }
    }
}
