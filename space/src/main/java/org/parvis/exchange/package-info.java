/**
 * The doors for other software: FHIR below /fhir, the feed of changes at /feed, and /health.
 * Turns HTTP into the store's requests and back; decides nothing about care.
 */
@ApplicationModule(allowedDependencies = {"access", "database"})
@NullMarked
package org.parvis.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
