package org.parvis.fhir.subscription;

import java.util.Optional;
import org.parvis.fhir.store.Change;
import org.parvis.fhir.store.Version;

/**
 * One event of a subscription.
 *
 * @param change what happened; empty when it may no longer be seen, since its number shall stay
 * @param resource what the resource became; empty when it is not told, or was deleted
 */
record Event(long number, Optional<Change> change, Optional<Version> resource) {}
