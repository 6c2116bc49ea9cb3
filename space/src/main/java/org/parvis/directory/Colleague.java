package org.parvis.directory;

/**
 * Somebody who works in a structure.
 *
 * @param title what they are there
 */
public record Colleague(Link sheet, String title) {}
