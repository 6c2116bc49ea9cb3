package org.parvis.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scopes as SMART App Launch 2 writes them (section 3.0.2). */
class SmartScopeTest {

    private static final Set<String> TYPES = Set.of("Patient", "Observation");

    @ParameterizedTest
    @CsvSource({
        "system/Patient.rs, 1, 0",
        "system/Patient.cud, 0, 1",
        "user/Patient.cruds, 1, 1",
        "patient/*.rs, 2, 0",
        "system/Patient.rs system/Observation.cruds, 2, 1",
        "system/Procedure.cruds, 0, 0",
        "openid offline_access, 0, 0"
    })
    void openWhatTheySayOfTheTypesThereAre(String spaced, int readable, int writable) {
        var scopes = Scopes.read(spaced).data();

        assertThat(SmartScope.readable(scopes, TYPES)).hasSize(readable);
        assertThat(SmartScope.writable(scopes, TYPES)).hasSize(writable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "openid",
                "launch/Patient.rs",
                "system/Patient.r",
                "system/Patient.read",
                "system/Patient.rs?x=y"
            })
    void ofOtherFormsAreNotGranted(String text) {
        assertThat(SmartScope.of(text)).isEmpty();
    }

    @Nested
    class Covering {
        @ParameterizedTest
        @CsvSource({
            "user/*.cruds, user/Patient.rs",
            "user/*.rs, user/*.rs",
            "patient/Observation.cruds, patient/Observation.cud",
            "openid user/*.rs, openid user/Patient.rs user/Observation.rs"
        })
        void isHavingAsMuchOrMore(String given, String asked) {
            assertThat(Scopes.read(given).cover(Scopes.read(asked))).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "user/Patient.rs, user/*.rs",
            "user/*.rs, user/Patient.cruds",
            "user/*.rs, patient/Patient.rs",
            "system/*.rs, user/Patient.rs",
            "user/*.rs, openid"
        })
        void isNotHavingLessOrAnother(String given, String asked) {
            assertThat(Scopes.read(given).cover(Scopes.read(asked))).isFalse();
        }

        @Test
        void nothingIsCoveredByAnything() {
            assertThat(Scopes.read("openid").cover(Scopes.read(""))).isTrue();
        }
    }
}
