package org.parvis.search;

/** A page of the space that can be found: a service, a help text. */
public record Topic(String address, String title, String text) {}
