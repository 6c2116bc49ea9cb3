/**
 * The region's professionals and structures: one sheet for each, as the store's directory tells them.
 * What it shows is public to everybody who is in, but contacts and units that are kept for professionals.
 */
@ApplicationModule(allowedDependencies = {"access", "web"})
@NullMarked
package org.parvis.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
