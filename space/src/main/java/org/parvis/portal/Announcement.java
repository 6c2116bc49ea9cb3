package org.parvis.portal;

import java.time.Instant;

/**
 * What whoever runs the space tells all of its users, for a while.
 *
 * @param author as they are shown
 */
public record Announcement(long id, String title, String words, String author, Instant written, Instant ends) {}
