package org.parvis.trace;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the trace is kept.
 *
 * @param years what is older goes, and its seals stay; at least one
 */
@ConfigurationProperties("parvis.trace")
record TraceSettings(@DefaultValue("10") int years) {

    TraceSettings {
        if (years < 1) {
            throw new IllegalArgumentException("The trace is kept for a year at least: parvis.trace.years=" + years);
        }
    }
}
