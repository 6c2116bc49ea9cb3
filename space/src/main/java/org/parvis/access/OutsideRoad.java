package org.parvis.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * A way to come in that the login page offers beside an account of Parvis.
 *
 * @param address where it begins
 * @param label key of the words that offer it
 */
public record OutsideRoad(String address, String label) {

    /** Where it begins for somebody who wants to go there once they are in. */
    public String towards(String destination) {
        return "%s?suite=%s".formatted(address, URLEncoder.encode(destination, UTF_8));
    }
}
