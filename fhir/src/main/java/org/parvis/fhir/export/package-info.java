/**
 * Bulk export: large parts of the store as files, made by jobs that survive a crash (Bulk Data Access STU2).
 * Knows nothing of HTTP.
 */
@NullMarked
package org.parvis.fhir.export;

import org.jspecify.annotations.NullMarked;
