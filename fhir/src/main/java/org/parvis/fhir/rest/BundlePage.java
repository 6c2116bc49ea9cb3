package org.parvis.fhir.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.parvis.fhir.outcome.Issue;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.OperationOutcome;
import org.parvis.fhir.search.Query.Parameter;
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
    record Entry(Optional<Version> version, ObjectNode parts, Optional<ObjectNode> outcome) {

        /** A resource that a search found; mode is `match` or `include`. */
        static Entry found(Version version, String mode) {
            return new Entry(Optional.of(version), search(mode), Optional.empty());
        }

        /** What there is to say about a search, if anything. */
        static Optional<Entry> remarks(List<Parameter> ignored, boolean includesCut) {
            var remarks = new ArrayList<Issue>();
            for (Parameter parameter : ignored) {
                remarks.add(Issue.warning(
                        IssueCode.NOT_SUPPORTED, "The parameter '%s' was ignored.".formatted(parameter.name()), null));
            }
            if (includesCut) {
                remarks.add(Issue.warning(
                        IssueCode.INCOMPLETE, "There are more included resources than a page may hold.", null));
            }
            return remarks.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Entry(
                            Optional.empty(), search("outcome"), Optional.of(new OperationOutcome(remarks).json())));
        }

        private static ObjectNode search(String mode) {
            var parts = JsonNodeFactory.instance.objectNode();
            parts.putObject("search").put("mode", mode);
            return parts;
        }
    }
}
