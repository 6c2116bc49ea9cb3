package org.parvis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells each page whether its reader came from elsewhere and wants to go back there. */
public interface WayBack {

    Optional<Back> of(HttpServletRequest request);

    /**
     * A place outside that leads here.
     *
     * @param name as it is shown
     */
    record Back(String name, String address) {}
}
