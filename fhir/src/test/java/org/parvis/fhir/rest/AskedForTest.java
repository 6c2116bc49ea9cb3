package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parvis.fhir.store.ResourceKey;

class AskedForTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Patient/12, 12",
        "Patient/12/Observation?code=1, 12",
        "Patient/$export, ''",
        "Patient?name=ana, ''",
        "Observation?patient=12, 12",
        "'Observation?patient=12,Patient/13', '12 13'",
        "Observation?subject=Group/1, ''",
        "Observation?subject=Patient/12&date=2026, 12",
        "Observation?patient.identifier=x, ''",
        "AuditEvent?date=2026&patient=12, 12",
    })
    void findsThePatientsWhomAnAddressNames(String address, String ids) {
        var expected = Arrays.stream(ids.split(" "))
                .filter(id -> !id.isEmpty())
                .map(id -> new ResourceKey("Patient", id))
                .collect(Collectors.toSet());

        assertThat(AskedFor.patients(address)).isEqualTo(expected);
    }
}
