/**
 * Where resources live: tables, dictionaries, reading and writing of versions, the feed's rows.
 * Knows nothing of queries or HTTP.
 */
@NullMarked
package org.parvis.fhir.store;

import org.jspecify.annotations.NullMarked;
