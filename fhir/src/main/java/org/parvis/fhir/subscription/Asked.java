package org.parvis.fhir.subscription;

/**
 * What is asked for, and who asks.
 *
 * @param definition version of the Subscription resource that says so
 */
record Asked(int definition, Subscription what, Author author) {}
