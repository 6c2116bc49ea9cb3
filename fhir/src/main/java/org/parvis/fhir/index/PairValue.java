package org.parvis.fhir.index;

/** Two values found at the same element, for composite parameters. */
public record PairValue(IndexValue first, IndexValue second) implements IndexValue {}
