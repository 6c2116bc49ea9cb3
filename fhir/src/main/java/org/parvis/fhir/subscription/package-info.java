/**
 * FHIR topic subscriptions: what subscribers asked for, which events of the feed are theirs, and their delivery.
 * Subscriptions R5 Backport 1.1.0 on R4.
 */
@NullMarked
package org.parvis.fhir.subscription;

import org.jspecify.annotations.NullMarked;
