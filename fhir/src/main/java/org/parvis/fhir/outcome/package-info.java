/**
 * What the store has to say about a request: issues with their place, refusals, OperationOutcome.
 * Depends on nothing but JSON.
 */
@NullMarked
package org.parvis.fhir.outcome;

import org.jspecify.annotations.NullMarked;
