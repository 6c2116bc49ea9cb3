package org.parvis.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.authority.Software.Fault;
import org.parvis.authority.Software.Use;

class SoftwareDeclarationTest {

    private static final String BACK = "https://app.exemple.fr/retour";

    private static Software application(String scopes, String keys, Set<String> redirects) {
        return new Software(
                "app",
                "Courbes",
                Optional.empty(),
                Set.of(Use.APPLICATION),
                Scopes.read(scopes),
                keys,
                redirects,
                Optional.empty());
    }

    @Test
    void ofAnApplicationNeedsNeitherKeysNorStructure() {
        assertThat(application("openid user/*.rs", "", Set.of(BACK)).fault()).isEmpty();
    }

    @Test
    void ofAServiceNeedsBoth() {
        var service = new Software(
                "s",
                "Dossier",
                Optional.empty(),
                Set.of(Use.SERVICE),
                Scopes.read("system/*.rs"),
                "",
                Set.of(),
                Optional.empty());

        assertThat(service.fault()).hasValue(Fault.KEYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "user/*.read", "system/*.rs", "user/*.rs system/*.rs", "address"})
    void withScopesThatDoNotFitItIsRefused(String scopes) {
        assertThat(application(scopes, "", Set.of(BACK)).fault()).hasValue(Fault.SCOPES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.exemple.fr/retour",
                "https://moi@app.exemple.fr/",
                "https://app.exemple.fr/#ici",
                "https://APP.exemple.fr/",
                "javascript:alert(1)",
                "fr.exemple.app:/retour",
                "/retour",
                "https://app.exemple.fr/{id}"
            })
    void withAnAddressThatIsNotSafeItIsRefused(String redirect) {
        assertThat(application("openid", "", Set.of(redirect)).fault()).hasValue(Fault.REDIRECTS);
    }

    @Test
    void withoutAnyUseItIsRefused() {
        var idle =
                new Software("s", "Rien", Optional.empty(), Set.of(), Scopes.read(""), "", Set.of(), Optional.empty());

        assertThat(idle.fault()).hasValue(Fault.USES);
    }
}
