/** Test cases written by others, put to a running server through its FHIR interface. */
@NullMarked
package org.parvis.bench.suite;

import org.jspecify.annotations.NullMarked;
