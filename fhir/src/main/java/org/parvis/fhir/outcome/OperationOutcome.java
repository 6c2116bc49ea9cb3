package org.parvis.fhir.outcome;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The FHIR resource that carries issues back to the caller (R4 operationoutcome.html). */
public record OperationOutcome(List<Issue> issues) {

    public OperationOutcome {
        issues = issues.isEmpty() ? List.of(Issue.information("No issue.")) : List.copyOf(issues);
    }

    /** This outcome as a FHIR JSON tree. */
    public ObjectNode json() {
        var outcome = JsonNodeFactory.instance.objectNode().put("resourceType", "OperationOutcome");
        var list = outcome.putArray("issue");
        for (Issue issue : issues) {
            var entry = list.addObject()
                    .put("severity", issue.severity().code())
                    .put("code", issue.code().code())
                    .put("diagnostics", issue.diagnostics());
            if (issue.expression() != null) {
                entry.putArray("expression").add(issue.expression());
            }
        }
        return outcome;
    }
}
