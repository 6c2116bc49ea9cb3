/**
 * FHIR's REST semantics in plain Java: a request in, a response out, whatever server carries them.
 * R4 http.html; one interaction is one class.
 */
@NullMarked
package org.parvis.fhir.rest;

import org.jspecify.annotations.NullMarked;
