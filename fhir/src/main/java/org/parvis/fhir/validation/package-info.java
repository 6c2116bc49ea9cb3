/**
 * Whether resources follow the profiles of FHIR packages: HAPI's validator, ready when it is asked.
 * Depends on content and outcome only; what it finds are issues, and when a write is refused is a setting.
 */
@NullMarked
package org.parvis.fhir.validation;

import org.jspecify.annotations.NullMarked;
