package org.parvis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells who reads a page. An interface, because the module that knows shows pages too, and so already needs this one. */
public interface Guests {

    /** Empty before they are in. */
    Optional<Guest> of(HttpServletRequest request);
}
