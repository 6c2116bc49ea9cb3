package org.parvis.wishes;

import java.util.Optional;

/**
 * What somebody wants, or refuses, for the end of their life (CSP art. L. 1111-11): a text, or a document as they wrote it.
 *
 * @param text as they typed it; empty when it is a document
 */
public record Directives(Noted noted, Optional<String> text) {}
