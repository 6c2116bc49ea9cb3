package org.parvis.web;

/**
 * One place of the main menu.
 *
 * @param order smaller comes first
 * @param words the key of its name in the message files
 */
public record MenuEntry(int order, String address, String words) {}
