package org.parvis.fhir.feed;

import java.time.Instant;

/**
 * Failures in a row that somebody should know of.
 *
 * @param error what went wrong last
 * @param nextTry when it will be tried again
 */
public record Trouble(int failures, String error, Instant nextTry) {}
