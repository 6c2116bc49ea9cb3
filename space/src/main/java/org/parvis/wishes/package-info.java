/**
 * The register of wishes: whom a person trusts to speak for them, what they want at the end of their life, and that they
 * have spoken about organ donation. Owns nothing: a wish is a RelatedPerson, a DocumentReference or a Consent.
 */
@ApplicationModule(allowedDependencies = {"access", "records", "web"})
@NullMarked
package org.parvis.wishes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
