package org.parvis.fhir.index;

/** One half of a composite parameter: the parameter it is written like, and the path from the shared element. */
public record Component(String url, ParamKind kind, String expression) {}
