package org.parvis.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parvis.access.ReturnAddress;
import org.springframework.web.util.UriComponentsBuilder;

/** The way over another page and back to the one that was asked for. */
final class Detour {

    private Detour() {}

    /** Sends whoever asks to this page first. */
    static void to(String page, HttpServletRequest request, HttpServletResponse response) {
        var address = address(page, request);
        if (request.getHeader("HX-Request") == null) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", address);
            return;
        }
        // A part of a page was asked for: the whole page has to go.
        response.setHeader("HX-Redirect", page);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }

    // A form that was sent is not sent again: whoever comes back finds the home page.
    private static String address(String page, HttpServletRequest request) {
        var query = request.getQueryString();
        var asked = request.getMethod().equals("GET")
                ? ReturnAddress.of(query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query)
                : ReturnAddress.HOME;
        return asked.equals(ReturnAddress.HOME)
                ? page
                : UriComponentsBuilder.fromPath(page)
                        .queryParam("suite", "{suite}")
                        .encode()
                        .buildAndExpand(asked.path())
                        .toUriString();
    }
}
