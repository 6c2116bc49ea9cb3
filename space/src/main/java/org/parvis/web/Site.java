package org.parvis.web;

import java.util.Optional;

/**
 * Something that is somewhere, as a map shows it.
 *
 * @param detail what tells it from others: its street, what is there
 * @param address where to read more
 */
public record Site(String name, String detail, Optional<String> address, Point at) {}
