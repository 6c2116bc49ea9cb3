/**
 * Every committed change in order: read from any position, followed as it grows, consumed through durable cursors,
 * and sent to FHIR subscribers.
 */
@NullMarked
package org.parvis.fhir.feed;

import org.jspecify.annotations.NullMarked;
