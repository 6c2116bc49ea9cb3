package org.parvis.fhir.index;

/** One value of a resource under the stored parameter that finds it. */
public record Indexed(SearchParam param, IndexValue value) {}
