package org.parvis.access;

import java.time.Instant;
import java.util.Optional;

/**
 * Software that acts in somebody's name, as it is shown to them.
 *
 * @param structure where they work when it does
 * @param until when it ends by itself
 * @param withdrawal the address to which a form is sent that ends it at once
 */
public record Deputy(String name, Optional<String> structure, Instant since, Instant until, String withdrawal) {}
