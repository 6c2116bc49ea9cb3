package org.parvis.web;

import java.util.OptionalLong;

/**
 * One of several views between which a reader goes: a tab, or a line of a side navigation.
 *
 * @param name as it is shown
 * @param count how much is there, when that is worth saying
 */
public record Place(String address, String name, OptionalLong count, boolean current) {

    public Place(String address, String name, boolean current) {
        this(address, name, OptionalLong.empty(), current);
    }
}
