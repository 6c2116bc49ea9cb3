/**
 * The trace: who accessed which data, when and what for. It only grows, is sealed by a chain of hashes, and is read as
 * AuditEvents.
 */
@NullMarked
package org.parvis.fhir.trace;

import org.jspecify.annotations.NullMarked;
