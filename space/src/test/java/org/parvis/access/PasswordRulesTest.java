package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.access.PasswordRules.Weakness;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules(new BreachedPasswords(Optional.empty()));

    @Nested
    class APassword {
        @ParameterizedTest
        @ValueSource(strings = {"une phrase que je retiens", "sans-majuscule", "éèàùçôîêâäëï", "  espaces  et é  "})
        void ofTwelveCharactersIsTakenWhateverTheyAre(String password) {
            assertThat(rules.weakness(password, "jeanne")).isEmpty();
        }

        @Test
        void ofElevenCharactersIsTooShort() {
            assertThat(rules.weakness("Zq7$wN2!pXv", "jeanne")).hasValue(Weakness.TOO_SHORT);
        }

        @Test
        void thatIsABookIsTooLong() {
            assertThat(rules.weakness("mot ".repeat(100), "jeanne")).hasValue(Weakness.TOO_LONG);
        }

        @ParameterizedTest
        @ValueSource(strings = {"MotDePasse2026", "aaaaaaaaaaaaaa", "jeanne.martin.1970"})
        void thatAnybodyWouldTryFirstIsObvious(String password) {
            assertThat(rules.weakness(password, "jeanne.martin")).hasValue(Weakness.OBVIOUS);
        }
    }
}
