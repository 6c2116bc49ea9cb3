/**
 * What patients want of the sharing of their record, and who sees it by what; records opened for an emergency.
 * Owns nothing: choices are Consents, emergencies are Tasks, and {@link org.parvis.access} decides by them.
 */
@ApplicationModule(allowedDependencies = {"access", "portal", "records", "web"})
@NullMarked
package org.parvis.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
