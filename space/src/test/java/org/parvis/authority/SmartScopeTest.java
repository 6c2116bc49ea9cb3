package org.parvis.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scopes as SMART App Launch 2 writes them (section 3.0.2). */
class SmartScopeTest {

    private static final Set<String> TYPES = Set.of("Patient", "Observation");

    private static Set<SmartScope> scopes(String spaced) {
        return Stream.of(spaced.split(" "))
                .map(text -> SmartScope.of(text).orElseThrow())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "system/Patient.rs, 1, 0",
        "system/Patient.cud, 0, 1",
        "system/Patient.cruds, 1, 1",
        "system/*.rs, 2, 0",
        "system/Patient.rs system/Observation.cruds, 2, 1",
        "system/Procedure.cruds, 0, 0"
    })
    void openWhatTheySayOfTheTypesThereAre(String spaced, int readable, int writable) {
        assertThat(SmartScope.readable(scopes(spaced), TYPES)).hasSize(readable);
        assertThat(SmartScope.writable(scopes(spaced), TYPES)).hasSize(writable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "openid",
                "patient/Patient.rs",
                "system/Patient.r",
                "system/Patient.read",
                "system/Patient.rs?x=y"
            })
    void ofOtherFormsAreNotGranted(String text) {
        assertThat(SmartScope.of(text)).isEmpty();
    }

    @Test
    void ofNoKindOpenNothing() {
        assertThat(SmartScope.readable(Set.of(), TYPES)).isEmpty();
    }
}
