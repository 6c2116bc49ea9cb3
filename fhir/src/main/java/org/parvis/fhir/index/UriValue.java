package org.parvis.fhir.index;

/** An address compared as written; a canonical keeps its {@code |version}. */
public record UriValue(String uri) implements IndexValue {}
