package org.parvis.access;

/** A key for one-time codes, shown to whoever is to put it into their application. */
public record CodeOffer(CodeKey key, String login) {

    /** What the application reads from a picture. */
    public String address() {
        return key.address(login);
    }
}
