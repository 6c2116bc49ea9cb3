package org.parvis.web;

/**
 * One place of the main menu.
 *
 * @param order smaller comes first
 * @param words the key of its name in the message files
 * @param forOperators whether it is only shown to whoever runs Parvis
 */
public record MenuEntry(int order, String address, String words, boolean forOperators) {

    public MenuEntry(int order, String address, String words) {
        this(order, address, words, false);
    }
}
