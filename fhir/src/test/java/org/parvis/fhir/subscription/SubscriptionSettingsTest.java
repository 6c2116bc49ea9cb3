package org.parvis.fhir.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.feed.Backoff;

class SubscriptionSettingsTest {

    @Test
    void allowEveryHostAndTryAgainWithinFiveMinutes() {
        assertThat(SubscriptionSettings.defaults())
                .isEqualTo(new SubscriptionSettings(
                        Set.of(),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5))));
        assertThat(SubscriptionSettings.defaults().allows(URI.create("https://anywhere.test/")))
                .isTrue();
    }

    @Test
    void allowOnlyTheHostsThatAreNamed() {
        var defaults = SubscriptionSettings.defaults();
        var strict = new SubscriptionSettings(
                Set.of("hospital.test"), defaults.timeout(), defaults.longestTimeout(), defaults.backoff());

        assertThat(strict.allows(URI.create("https://Hospital.test:8443/fhir"))).isTrue();
        assertThat(strict.allows(URI.create("https://hospital.test.evil.test/")))
                .isFalse();
    }
}
