/**
 * One search for patients, their documents, professionals, structures, their offer and help, whatever the spelling.
 * Keeps an index of names that follows the store's feed; what is shown is what the store lets the visitor read.
 */
@ApplicationModule(allowedDependencies = {"access", "database", "directory", "records", "web"})
@NullMarked
package org.parvis.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
