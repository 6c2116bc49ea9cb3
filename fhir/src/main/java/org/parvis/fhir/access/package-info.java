/**
 * Who is asking, and which patients, organisations and labels they may see.
 * Compiled into every statement before it runs.
 */
@NullMarked
package org.parvis.fhir.access;

import org.jspecify.annotations.NullMarked;
