package org.parvis.fhir.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.parvis.fhir.access.Opening;

/**
 * The security labels that some resources carry together.
 *
 * @param number its word, 0 being no labels
 * @param labels each as `system|code`
 */
record LabelSet(int number, List<String> labels) {

    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality|";

    /** The word of the labels of a resource; 0 when it has none. */
    static int number(ObjectNode resource, Dictionary words) {
        String labels = of(resource);
        return labels.isEmpty() ? 0 : words.number(Dictionary.Kind.LABELS, labels);
    }

    /**
     * The labels of a resource as one word, sorted, one per line; empty when there are none. Documents carry theirs in
     * elements of their own as well.
     */
    static String of(ObjectNode resource) {
        var labels = new TreeSet<String>();
        resource.path("meta").path("security").forEach(coding -> labels.add(label(coding)));
        resource.path("securityLabel")
                .forEach(concept -> concept.path("coding").forEach(coding -> labels.add(label(coding))));
        if (resource.has("confidentiality")) {
            labels.add(CONFIDENTIALITY + resource.path("confidentiality").asText());
        }
        return String.join("\n", labels);
    }

    private static String label(JsonNode coding) {
        return (coding.path("system").asText() + "|" + coding.path("code").asText()).replace('\n', ' ');
    }

    /** All that are in use. One that comes later is hidden from whoever may not see all labels, until they ask again. */
    static List<LabelSet> all(Connection connection) throws SQLException {
        return Statements.list(
                connection,
                new Sql("select id, word from fhir.word where kind = 'labels'"),
                row -> new LabelSet(row.getInt(1), List.of(row.getString(2).split("\n"))));
    }

    boolean isShownThrough(Opening opening) {
        return labels.stream().noneMatch(opening::hides);
    }

    boolean holdsOnly(Collection<String> permitted) {
        return permitted.containsAll(labels);
    }
}
