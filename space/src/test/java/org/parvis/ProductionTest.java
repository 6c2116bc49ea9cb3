package org.parvis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ProductionTest {

    private static final Map<String, String> SOUND =
            Map.of("parvis.production", "true", "parvis.access.address", "https://parvis.example");

    @Test
    void startsWithSoundSettings() {
        assertThat(objections(SOUND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "parvis.simulation.pro-sante-connect, 8090",
        "parvis.simulation.france-connect, 8091",
        "parvis.federation.citizens.issuer, http://localhost:8091",
        "parvis.federation.pro-sante-connect.issuer, http://localhost:8090",
        "parvis.access.trusted-loopback, true",
        "parvis.access.address, http://parvis.example"
    })
    void doesNotStartWithWhatIsForDemonstrations(String name, String value) {
        var settings = new HashMap<>(SOUND);
        settings.put(name, value);

        assertThat(objections(settings)).singleElement().asString().startsWith(name);
    }

    @Test
    void sendsNoLetterUnprotected() {
        var settings = new HashMap<>(SOUND);
        settings.put("parvis.mail.host", "courrier.example");
        settings.put("parvis.mail.start-tls", "false");

        assertThat(objections(settings)).singleElement().asString().startsWith("parvis.mail.start-tls");
    }

    @Test
    void isAskedForBySettingAlone() {
        assertThat(objections(Map.of("parvis.simulation.france-connect", "8091")))
                .isEmpty();
    }

    @Test
    void stopsTheServerBeforeAnythingIsOpened() {
        assertThatThrownBy(() -> Parvis.start(
                        "--parvis.production=true",
                        "--parvis.simulation.france-connect=0",
                        "--parvis.database.folder=/nowhere"))
                .hasMessageContaining("parvis.simulation.france-connect lets anybody in as anybody");
    }

    private static List<String> objections(Map<String, String> settings) {
        return Production.objections(new Binder(new MapConfigurationPropertySource(settings)));
    }
}
