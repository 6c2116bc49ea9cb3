package org.parvis.fhir.rest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parvis.fhir.outcome.Issue;

/** What the profiles find in what one interaction writes without refusing it, each thing once however often it is tried. */
final class Remarks {

    private final Set<Issue> issues = new LinkedHashSet<>();

    void add(List<Issue> found) {
        issues.addAll(found);
    }

    List<Issue> issues() {
        return List.copyOf(issues);
    }
}
