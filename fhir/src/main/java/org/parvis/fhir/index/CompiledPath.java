package org.parvis.fhir.index;

import java.util.Set;

/** A path ready to be walked, and the types it can lead to; empty when it leads nowhere in R4. */
record CompiledPath(Step step, Set<FhirType> reached) {}
