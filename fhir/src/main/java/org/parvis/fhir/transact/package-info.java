/**
 * Changing resources: conditions, references, preconditions and bundles, each unit in one commit or not at all.
 * R4 http.html, transaction processing rules.
 */
@NullMarked
package org.parvis.fhir.transact;

import org.jspecify.annotations.NullMarked;
