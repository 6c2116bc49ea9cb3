/**
 * Indexing, while requests are answered, what was stored before: by posted search parameters, and by a release that
 * indexes otherwise. Knows neither queries nor HTTP.
 */
@NullMarked
package org.parvis.fhir.reindex;

import org.jspecify.annotations.NullMarked;
