package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.parvis.fhir.outcome.Issue;
import org.parvis.fhir.outcome.IssueCode;

/** The issues of one structure check, in words that name the element and its value. */
final class Findings {

    private static final int MOST = 100;
    private static final int LONGEST_EXCERPT = 60;

    private final Place place;
    private final List<Issue> issues = new ArrayList<>();

    Findings(Place place) {
        this.place = place;
    }

    List<Issue> issues() {
        return List.copyOf(issues);
    }

    /** Whether more findings would go unheard. */
    boolean areComplete() {
        return issues.size() >= MOST;
    }

    /** Something said of the place at hand. */
    void add(IssueCode code, String diagnostics) {
        if (!areComplete()) {
            issues.add(Issue.error(code, diagnostics, place.expression()));
        }
    }

    /** Something said of a child of the place at hand. */
    void add(IssueCode code, String diagnostics, String child) {
        if (!areComplete()) {
            issues.add(Issue.error(code, diagnostics, place.expression(child)));
        }
    }

    void unknown(String key, Structure structure) {
        if (areComplete()) {
            return;
        }
        String what = key.equals("fhir_comments")
                ? "R4 has no comments in JSON"
                : structure.inWords() + " has no such element";
        add(IssueCode.STRUCTURE, "Unknown element " + key + ": " + what + choices(key, structure) + ".", key);
    }

    private static String choices(String key, Structure structure) {
        return structure.elements().stream()
                .filter(element -> element.name().equals(key))
                .map(element -> "; its type belongs to its name, as in "
                        + element.properties().getFirst().key())
                .findFirst()
                .orElse("");
    }

    void missing(Element element, Structure structure) {
        add(IssueCode.REQUIRED, element.name() + " is required in " + structure.inWords() + ".", element.name());
    }

    void wrongKind(String key, JsonNode node, String expected) {
        add(IssueCode.STRUCTURE, key + " is " + JsonKind.of(node) + "; it must be " + expected + ".");
    }

    void wrongValue(String key, JsonNode value, String fault) {
        add(IssueCode.VALUE, key + " " + excerpt(value) + " " + fault + ".");
    }

    void wrongCode(String key, JsonNode value, Content.Value content) {
        add(
                IssueCode.CODE_INVALID,
                key + " " + excerpt(value) + " is not one of " + String.join(", ", new TreeSet<>(content.codes()))
                        + ".");
    }

    private static String excerpt(JsonNode value) {
        String text = value.toString();
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
    }
}
