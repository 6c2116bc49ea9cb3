package org.parvis.wishes;

import java.util.Optional;

/**
 * Whom somebody chose to speak for them when they cannot: their word counts more than any other's (CSP art. L. 1111-6).
 *
 * @param link what they are to the person, in the person's own words
 * @param agreed whether they have signed too, as the law asks
 */
public record TrustedPerson(Noted noted, String name, Optional<String> link, Optional<String> phone, boolean agreed) {}
