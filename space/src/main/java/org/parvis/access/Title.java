package org.parvis.access;

import java.time.Instant;
import java.util.Optional;
import org.parvis.fhir.access.Basis;

/**
 * By what somebody sees a patient's data now.
 *
 * @param holder the resource that stands for them: `Practitioner/12`
 * @param name as it is shown
 * @param until when it ends
 * @param limited whether it opens some of the data only
 */
public record Title(String holder, String name, Basis basis, Optional<Instant> until, boolean limited) {}
