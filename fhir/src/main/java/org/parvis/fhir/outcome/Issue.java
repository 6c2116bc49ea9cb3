package org.parvis.fhir.outcome;

import org.jspecify.annotations.Nullable;

/**
 * One thing said about a request.
 *
 * @param diagnostics one sentence that names the thing
 * @param expression the place, as the simple FHIRPath of R4 operationoutcome.html: {@code Patient.name[0].family}
 */
public record Issue(
        Severity severity,
        IssueCode code,
        String diagnostics,
        @Nullable String expression) {

    public static Issue error(IssueCode code, String diagnostics, @Nullable String expression) {
        return new Issue(Severity.ERROR, code, diagnostics, expression);
    }

    public static Issue warning(IssueCode code, String diagnostics, @Nullable String expression) {
        return new Issue(Severity.WARNING, code, diagnostics, expression);
    }

    public static Issue information(String diagnostics) {
        return new Issue(Severity.INFORMATION, IssueCode.INFORMATIONAL, diagnostics, null);
    }

    /**
     * This issue as seen from the bundle that holds the resource: {@code Patient.name[0]} within
     * {@code Bundle.entry[3].resource} is {@code Bundle.entry[3].resource.name[0]}.
     */
    public Issue within(String place) {
        int root = expression == null ? -1 : expression.indexOf('.');
        String moved = expression == null || root < 0 ? place : place + expression.substring(root);
        return new Issue(severity, code, diagnostics, moved);
    }

    /** Whether this issue alone makes the request fail. */
    public boolean refuses() {
        return severity == Severity.FATAL || severity == Severity.ERROR;
    }

    /** The same, told of something that was done all the same. */
    public Issue tolerated() {
        return refuses() ? warning(code, diagnostics, expression) : this;
    }
}
