package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.outcome.Issue;
import org.parvis.fhir.store.TestPostgres;
import org.parvis.fhir.trace.AuditEventResources;
import org.parvis.fhir.validation.Validation;
import org.parvis.fhir.validation.ValidationSettings;

/** What the trace tells follows the published French profile, where its package is at hand. */
@EnabledIfEnvironmentVariable(named = "PARVIS_CORPUS", matches = ".+")
class TdeProfileTest {

    @Test
    void isFollowedByEachKindOfEntry(@TempDir Path packages) throws IOException {
        Path tde = Path.of(System.getenv("PARVIS_CORPUS"), "fhir", "packages", "tde.tgz");
        Files.copy(tde, packages.resolve("tde.tgz"));
        var validation =
                Validation.open(FhirContext.forR4Cached(), new ValidationSettings(Optional.of(packages), Map.of()));
        try (var endpoint = FhirEndpoint.open(FhirSettings.defaults(), TestPostgres.database())) {
            var doctor = new FhirClient(
                    endpoint,
                    new Caller(
                            "Dr Anne Durand",
                            Optional.of("Practitioner/durand"),
                            Optional.of("chu"),
                            Purpose.EMERGENCY,
                            Permit.everything()),
                    Origin.at("10.1.2.3"));
            doctor.put("Patient/ana", Resources.patient("ana", "Petit"));
            doctor.get("Patient/ana");
            doctor.get("Patient?family=petit");
            doctor.get("Patient/ana/_history");
            doctor.get("Patient/nobody");
            doctor.get("feed");
            doctor.delete("Patient/ana");

            var entries = doctor.get("AuditEvent?date=ge2020-01-01").json().path("entry");

            assertThat(entries)
                    .hasSize(7)
                    .allSatisfy(entry -> assertThat(
                                    validation.validate((ObjectNode) entry.path("resource"), AuditEventResources.TDE))
                            .filteredOn(Issue::refuses)
                            .isEmpty());
        }
    }
}
