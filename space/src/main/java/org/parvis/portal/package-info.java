/**
 * The home pages, the catalogue of services, announcements and help.
 * Services put their tiles on a home page as {@link org.parvis.portal.ServiceTile} beans.
 */
@ApplicationModule(allowedDependencies = {"access", "database", "records", "search", "web"})
@NullMarked
package org.parvis.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
