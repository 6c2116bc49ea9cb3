package org.parvis.fhir.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FeedSettingsTest {

    @Test
    void leaveAnOwnerHalfAMinuteAndTryAgainWithinOne() {
        assertThat(FeedSettings.defaults())
                .isEqualTo(new FeedSettings(
                        Duration.ofSeconds(30), new Backoff(Duration.ofMillis(500), Duration.ofMinutes(1))));
    }
}
