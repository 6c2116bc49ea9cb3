/**
 * Parvis as an authority for software (OAuth 2, SMART on FHIR backend services): which software is known, what it may ask for,
 * and the tokens that it shows at the store's doors.
 */
@ApplicationModule(allowedDependencies = {"access", "database", "web"})
@NullMarked
package org.parvis.authority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
