/**
 * Who is asking, in which structure and for which purpose; and whether they may.
 * Owns the accounts, and the schema in which they are kept; pages and doors take a {@link org.parvis.access.Visitor} from it.
 */
@ApplicationModule(allowedDependencies = {"database", "mail", "web"})
@NullMarked
package org.parvis.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
