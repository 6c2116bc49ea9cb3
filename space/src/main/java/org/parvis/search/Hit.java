package org.parvis.search;

import java.util.Optional;

/**
 * Something that was found, as the list of findings tells it.
 *
 * @param detail what tells it from others of that name
 * @param address where it opens
 */
public record Hit(String name, String detail, Optional<String> address) {}
