package org.parvis.fhir.access;

import java.util.Optional;
import org.parvis.fhir.index.DateRange;

/**
 * One rule of a patient's Consent; of the rules of one Consent that apply, the deepest counts (R4 consent.html, 6.2.1).
 * An empty member applies to all.
 *
 * @param consent which Consent: rules of one stand together
 * @param depth 0 for the outer rule, 1 for its exceptions, and so on
 * @param actor to whom it applies, such as `Organization/3`
 * @param label security label as `system|code`
 * @param only the one resource that it is about
 */
public record Will(
        String consent,
        String subject,
        int depth,
        boolean denies,
        String actor,
        Optional<Purpose> purpose,
        String type,
        String label,
        String only,
        DateRange during)
        implements AccessRule {}
