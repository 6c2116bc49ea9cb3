package org.parvis.fhir.outcome;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An expected refusal: the HTTP status and the issues that the caller is told.
 * It is thrown from any depth of a request and costs no stack trace.
 */
public final class Refusal extends RuntimeException {

    private final int status;
    private final transient List<Issue> issues;

    public Refusal(int status, List<Issue> issues) {
        super(sentences(issues), null, false, false);
        this.status = status;
        this.issues = List.copyOf(issues);
    }

    /** A refusal with one issue. */
    public static Refusal of(int status, IssueCode code, String diagnostics, @Nullable String expression) {
        return new Refusal(status, List.of(Issue.error(code, diagnostics, expression)));
    }

    /** The request cannot be read as what it claims to be: 400. */
    public static Refusal invalid(String diagnostics, @Nullable String expression) {
        return of(400, IssueCode.INVALID, diagnostics, expression);
    }

    /** The request asks for something this server does not do: 400. */
    public static Refusal notSupported(String diagnostics) {
        return of(400, IssueCode.NOT_SUPPORTED, diagnostics, null);
    }

    /** What the caller names is not here: 404. */
    public static Refusal notFound(String diagnostics) {
        return of(404, IssueCode.NOT_FOUND, diagnostics, null);
    }

    /** The resource was deleted: 410. */
    public static Refusal deleted(String diagnostics) {
        return of(410, IssueCode.DELETED, diagnostics, null);
    }

    /** The version or the number of matches is not what the caller requires: 412. */
    public static Refusal preconditionFailed(IssueCode code, String diagnostics) {
        return of(412, code, diagnostics, null);
    }

    /** The request exceeds a limit that is a setting: 413. */
    public static Refusal tooLarge(String diagnostics, @Nullable String expression) {
        return of(413, IssueCode.TOO_LONG, diagnostics, expression);
    }

    /** The request can be read but breaks a rule: 422. */
    public static Refusal unprocessable(IssueCode code, String diagnostics, @Nullable String expression) {
        return of(422, code, diagnostics, expression);
    }

    /** The HTTP status to answer with. */
    public int status() {
        return status;
    }

    public List<Issue> issues() {
        return issues;
    }

    /** This refusal as seen from the bundle that holds the refused resource. */
    public Refusal within(String place) {
        return new Refusal(
                status, issues.stream().map(issue -> issue.within(place)).toList());
    }

    private static String sentences(List<Issue> issues) {
        return issues.stream().map(Issue::diagnostics).collect(Collectors.joining(" "));
    }
}
