package org.parvis.mail;

/**
 * What is sent to one person.
 *
 * @param to one mail address
 * @param text plain, with its line ends
 */
public record Letter(String to, String subject, String text) {

    public Letter {
        // A line end in a header would begin another header.
        if ((to + subject).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A mail address or subject of more than one line");
        }
    }
}
