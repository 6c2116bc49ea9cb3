/**
 * The pages on which whoever runs Parvis sees what it does: changes, subscriptions, exports, search parameters.
 * They read; they change nothing.
 */
@ApplicationModule(allowedDependencies = {"access", "web"})
@NullMarked
package org.parvis.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
