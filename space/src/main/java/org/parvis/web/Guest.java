package org.parvis.web;

/**
 * Whoever reads a page, as its header shows them.
 *
 * @param place where they act now, such as the name of their structure; empty when they act for themselves
 * @param operates whether they run Parvis
 */
public record Guest(String name, String place, boolean operates) {}
