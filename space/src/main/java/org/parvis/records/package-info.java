/**
 * The record of a patient: who it is, what matters about them, what happened, their documents.
 * Other modules add their own tabs to it as {@link org.parvis.records.RecordTab} beans.
 */
@ApplicationModule(allowedDependencies = {"access", "web"})
@NullMarked
package org.parvis.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
