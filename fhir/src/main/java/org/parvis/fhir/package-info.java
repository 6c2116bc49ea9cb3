/**
 * The FHIR R4 store: versioned, searchable, transactional resources on PostgreSQL, with their REST semantics.
 * Its door is {@code rest}; its floors are drawn in docs/architecture.md.
 */
@NullMarked
package org.parvis.fhir;

import org.jspecify.annotations.NullMarked;
