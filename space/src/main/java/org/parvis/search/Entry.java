package org.parvis.search;

import java.util.Set;

/**
 * What the index keeps of one resource: by which words it is found, and nothing else.
 *
 * @param born the birth date as FHIR writes it, or empty
 */
record Entry(Kind kind, String id, Set<String> words, String born) {

    Entry {
        words = Set.copyOf(words);
    }
}
