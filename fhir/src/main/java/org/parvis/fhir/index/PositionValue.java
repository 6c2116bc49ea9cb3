package org.parvis.fhir.index;

/** A point on Earth, in WGS84 degrees. */
public record PositionValue(double latitude, double longitude) implements IndexValue {}
