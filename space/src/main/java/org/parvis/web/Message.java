package org.parvis.web;

import java.time.Instant;

/**
 * What one person wrote to others, as a thread shows it.
 *
 * @param role what its author is, as it is shown
 * @param own whether the reader wrote it
 */
public record Message(String author, String role, Instant at, String text, boolean own) {}
