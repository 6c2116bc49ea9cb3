/**
 * From bytes to a checked FHIR R4 tree and back: JSON, XML, structure, subsets and patches.
 * Pure functions: no database, no network, no clock.
 */
@NullMarked
package org.parvis.fhir.content;

import org.jspecify.annotations.NullMarked;
