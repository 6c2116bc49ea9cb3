package org.parvis.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.rest.FhirSettings;
import org.parvis.fhir.validation.ValidationMode;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ExchangeSettingsTest {

    @Nested
    class Defaults {
        @Test
        void areThoseOfAStoreThatNobodyConfigured() {
            assertThat(bound(Map.of()).store()).isEqualTo(FhirSettings.defaults());
        }

        @Test
        void letTheDoorReadAsMuchAsTheStore() {
            assertThat(bound(Map.of()).bodies())
                    .isEqualTo(new BoundedBody(FhirSettings.defaults().limits().bodyBytes()));
        }
    }

    @Nested
    class Binding {
        @Test
        void readsTheAddressUnderWhichCallersReachTheStore() {
            var settings = bound(Map.of("parvis.fhir.base", "https://parvis.example/fhir"));

            assertThat(settings.store().base()).isEqualTo(Optional.of("https://parvis.example/fhir"));
        }

        @Test
        void readsWhichTypesAreHeldToTheirProfiles() {
            var settings = bound(Map.of("parvis.fhir.validation.Patient", "enforce"));

            assertThat(settings.store().validation().modes()).isEqualTo(Map.of("Patient", ValidationMode.ENFORCE));
        }

        @Test
        void readsTheHostsToWhichNotificationsMayBeSent() {
            var settings = bound(Map.of("parvis.fhir.notified-hosts", "hospital.example,lab.example"));

            assertThat(settings.store().subscriptions().allowedHosts())
                    .containsExactlyInAnyOrder("hospital.example", "lab.example");
        }
    }

    private static ExchangeSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("parvis.fhir", ExchangeSettings.class);
    }
}
