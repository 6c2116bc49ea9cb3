package org.parvis.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TraceSettingsTest {

    @Nested
    class Defaults {
        @Test
        void keepTheTraceTenYears() {
            var none = new Binder(new MapConfigurationPropertySource(Map.of()));

            assertThat(none.bindOrCreate("parvis.trace", TraceSettings.class)).isEqualTo(new TraceSettings(10));
        }
    }

    @Nested
    class Keeping {
        @Test
        void isForAYearAtLeast() {
            assertThatThrownBy(() -> new TraceSettings(0)).hasMessageContaining("parvis.trace.years=0");
        }
    }
}
