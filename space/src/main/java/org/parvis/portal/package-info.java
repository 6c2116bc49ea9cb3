/**
 * The home page: what Parvis is, what its store holds, what to try.
 * Reads from the other modules and owns nothing.
 */
@ApplicationModule(allowedDependencies = {"access", "database", "search", "web"})
@NullMarked
package org.parvis.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
