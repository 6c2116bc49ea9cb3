package org.parvis.web;

import java.util.Optional;

/**
 * Something that happened, as a timeline tells it.
 *
 * @param kind what sort of thing, as it is shown: "Consultation"
 * @param source who says so
 * @param address where to read more
 */
public record Happening(
        When when, String kind, String title, Optional<String> detail, String source, Optional<String> address) {}
