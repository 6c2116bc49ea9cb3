package org.parvis.access;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where somebody wanted to go before they were asked who they are: a path of this server, and never another site. */
public record ReturnAddress(String path) {

    public static final ReturnAddress HOME = new ReturnAddress("/");

    // What an application asks for names dozens of scopes.
    private static final int LONGEST = 6_000;

    /** The address asked for, or the home page when it could lead elsewhere. */
    public static ReturnAddress of(@Nullable String asked) {
        return asked != null && asked.length() <= LONGEST && staysHere(asked) ? new ReturnAddress(asked) : HOME;
    }

    // Browsers read a second slash, a backslash and characters that they skip as the start of another site's name.
    private static boolean staysHere(String asked) {
        if (!asked.startsWith("/") || asked.startsWith("//") || asked.chars().anyMatch(ReturnAddress::misleads)) {
            return false;
        }
        try {
            return new URI(asked).getRawAuthority() == null;
        } catch (URISyntaxException broken) {
            return false;
        }
    }

    private static boolean misleads(int character) {
        return character == '\\' || character <= ' ' || character > '~';
    }
}
