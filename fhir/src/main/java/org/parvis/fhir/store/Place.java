package org.parvis.fhir.store;

/**
 * Where a resource stands in the tables.
 *
 * @param patient rid of the patient whom it is about; its own rid for a Patient, 0 for nobody or several
 * @param rid the resource's own number, never reused
 */
public record Place(long patient, long rid) {}
