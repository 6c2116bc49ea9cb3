package org.parvis.records;

import java.util.Optional;
import org.parvis.web.Trend;
import org.parvis.web.When;

/**
 * What was measured of a patient, at last and before.
 *
 * @param value the last one, as it is shown
 * @param trend all those with one unit, when there are two or more
 * @param note how the last one was judged: "haut"
 */
public record Result(
        String words, String value, Optional<Trend> trend, Optional<String> note, When when, Optional<String> source) {}
