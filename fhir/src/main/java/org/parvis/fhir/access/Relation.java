package org.parvis.fhir.access;

import org.parvis.fhir.index.DateRange;

/**
 * What somebody is to a patient. Resources are named by relative references: `Practitioner/12`.
 *
 * @param type the type of data that it opens; empty for any
 * @param only the one resource that it opens; empty for all
 */
public record Relation(Basis basis, String holder, String subject, String type, String only, DateRange during)
        implements AccessRule {}
