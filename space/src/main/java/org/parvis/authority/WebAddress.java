package org.parvis.authority;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses of applications, to which people and codes are sent: by TLS, or to a program of the person's own machine. */
public final class WebAddress {

    // As browsers and content policies write it: without user, in small letters.
    private static final String AUTHORITY = "[a-z0-9.-]+(:\\d+)?";

    private WebAddress() {}

    /** Whether people may be sent there. */
    static boolean isSafe(String address) {
        try {
            var uri = new URI(address);
            return uri.getHost() != null
                    && uri.getRawAuthority().matches(AUTHORITY)
                    && uri.getRawFragment() == null
                    && ("https".equals(uri.getScheme()) || isOfThisMachine(uri));
        } catch (URISyntaxException broken) {
            return false;
        }
    }

    /** The site of an address, such as {@code https://app.exemple.fr}. */
    public static String origin(String address) {
        var uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static boolean isOfThisMachine(URI uri) {
        return "http".equals(uri.getScheme()) && "localhost".equals(uri.getHost());
    }
}
