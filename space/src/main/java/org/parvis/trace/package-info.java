/**
 * Who accessed what: a patient reads it in plain words and can contest it, the data protection officer searches it and sees
 * what stands out. The trace itself is kept by the store.
 */
@ApplicationModule(allowedDependencies = {"access", "database", "records", "web"})
@NullMarked
package org.parvis.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
