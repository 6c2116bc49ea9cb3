/**
 * Stands in for services of the country that a demonstration cannot reach. Off unless a setting turns it on; each page says
 * that it is a simulation.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.parvis.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
