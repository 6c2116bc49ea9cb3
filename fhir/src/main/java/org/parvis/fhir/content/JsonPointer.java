package org.parvis.fhir.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A place in a JSON document, as RFC 6901 writes it: {@code /name/0/family}. */
record JsonPointer(List<String> steps) {

    JsonPointer {
        steps = List.copyOf(steps);
    }

    /** The path that a text denotes, if it denotes one. */
    static Optional<JsonPointer> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(new JsonPointer(List.of()));
        }
        if (text.charAt(0) != '/' || hasBrokenEscape(text)) {
            return Optional.empty();
        }
        var steps = new ArrayList<String>();
        for (String step : text.substring(1).split("/", -1)) {
            // In this order, so that ~01 becomes ~1 and not a slash (RFC 6901 section 4).
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return Optional.of(new JsonPointer(steps));
    }

    private static boolean hasBrokenEscape(String text) {
        for (int at = text.indexOf('~'); at >= 0; at = text.indexOf('~', at + 1)) {
            if (at + 1 == text.length() || (text.charAt(at + 1) != '0' && text.charAt(at + 1) != '1')) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        steps.forEach(step -> text.append('/').append(step.replace("~", "~0").replace("/", "~1")));
        return text.toString();
    }

    boolean isRoot() {
        return steps.isEmpty();
    }

    JsonPointer parent() {
        return new JsonPointer(steps.subList(0, steps.size() - 1));
    }

    String lastStep() {
        return steps.getLast();
    }

    boolean startsWith(JsonPointer other) {
        return steps.size() >= other.steps.size()
                && steps.subList(0, other.steps.size()).equals(other.steps);
    }

    /** An array index as RFC 6901 writes it, without sign or leading zero; -1 for anything else. */
    static int index(String step) {
        boolean digits = !step.isEmpty() && step.length() < 9 && step.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && (step.length() == 1 || step.charAt(0) != '0') ? Integer.parseInt(step) : -1;
    }
}
