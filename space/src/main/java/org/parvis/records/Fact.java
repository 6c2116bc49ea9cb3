package org.parvis.records;

import java.util.Optional;
import org.parvis.web.When;

/**
 * Something that is so about a patient: an allergy, a problem, a treatment.
 *
 * @param detail what makes it precise: a reaction, a dose
 * @param when since when, or when it was said
 * @param source who says so
 */
public record Fact(String words, Optional<String> detail, Optional<When> when, Optional<String> source) {}
