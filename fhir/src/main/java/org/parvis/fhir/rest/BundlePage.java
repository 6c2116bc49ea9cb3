package org.parvis.fhir.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.parvis.fhir.store.Version;

/**
 * A bundle that shows stored versions.
 *
 * @param type `searchset`, `history`
 * @param links addresses by relation, `self` and `next`
 */
record BundlePage(String type, OptionalLong total, Map<String, String> links, List<Entry> entries) {

    BundlePage {
        entries = List.copyOf(entries);
    }

    /**
     * One entry.
     *
     * @param version empty for an entry that carries an outcome
     * @param parts further members of the entry: search, request, response
     * @param outcome shown instead of a version
     */
    record Entry(Optional<Version> version, ObjectNode parts, Optional<ObjectNode> outcome) {}
}
