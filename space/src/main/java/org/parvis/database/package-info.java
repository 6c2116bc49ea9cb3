/**
 * The PostgreSQL on which the store stands: the operator's own when a URL is given, otherwise one that Parvis runs itself.
 * Opens it, watches it, and says where it is and whether what it acknowledges is durable.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.parvis.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
