package org.parvis.search;

import java.util.Set;

/**
 * What the index keeps of one resource: by which words it is found, and nothing else.
 *
 * @param patient logical id of the Patient whose it is; empty when it is nobody's
 * @param day when somebody was born, or a document was written, as FHIR writes it; empty when there is none
 */
record Entry(Kind kind, String id, String patient, Set<String> words, String day) {

    Entry {
        words = Set.copyOf(words);
    }
}
