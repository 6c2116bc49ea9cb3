/**
 * The contextual call: a person's own software opens this space on the patient whom it shows, and a link leads back.
 * Owns the table of calls that were used; rights are those of the person, whatever the software says.
 */
@ApplicationModule(allowedDependencies = {"access", "database", "records", "web"})
@NullMarked
package org.parvis.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
