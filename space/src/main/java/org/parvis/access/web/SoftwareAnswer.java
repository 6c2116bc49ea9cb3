package org.parvis.access.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.parvis.fhir.outcome.Issue;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.OperationOutcome;

/** How software that may not pass is refused: in the words of the store's other refusals. */
final class SoftwareAnswer {

    private SoftwareAnswer() {}

    static boolean isFor(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals("/fhir") || path.startsWith("/fhir/") || path.equals("/feed");
    }

    static void refuse(HttpServletResponse response, int status, IssueCode code, String why) throws IOException {
        response.setStatus(status);
        response.setContentType("application/fhir+json;charset=UTF-8");
        var outcome = new OperationOutcome(List.of(Issue.error(code, why, null)));
        response.getOutputStream().write(outcome.json().toString().getBytes(UTF_8));
    }
}
