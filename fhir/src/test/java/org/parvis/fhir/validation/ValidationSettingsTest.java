package org.parvis.fhir.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidationSettingsTest {

    @Test
    void holdNoWriteToProfilesByDefault() {
        var settings = ValidationSettings.standard();

        assertThat(settings).isEqualTo(new ValidationSettings(Optional.empty(), Map.of()));
        assertThat(settings.mode("Patient")).isEqualTo(ValidationMode.OFF);
        assertThat(settings.expectsValidation()).isFalse();
    }

    @Test
    void nameModesByTheirWord() {
        assertThat(ValidationMode.named("enforce")).contains(ValidationMode.ENFORCE);
        assertThat(ValidationMode.named("strict")).isEmpty();
    }
}
