package org.parvis.directory;

/** Another sheet, by its name. */
public record Link(String name, String address) {}
