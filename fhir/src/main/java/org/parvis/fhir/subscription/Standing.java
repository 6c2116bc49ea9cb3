package org.parvis.fhir.subscription;

import java.util.Optional;

/**
 * Where a subscription stands, as its subscriber is told.
 *
 * @param topic what it is about; empty where that shall not be told
 * @param events how many events there have been
 */
record Standing(String id, Optional<String> topic, Status status, long events, Optional<String> error) {}
