package org.parvis.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parvis.access.Visitor;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.outcome.OperationOutcome;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.rest.Body;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.FhirRequest;
import org.parvis.fhir.rest.FhirResponse;

/** One address through which the store is asked: each HTTP request becomes one of its requests, each answer its HTTP form. */
final class FhirServlet extends HttpServlet {

    /** Whoever asks what is told to anybody: what the server can do. */
    private static final Caller STRANGER = Caller.program("stranger", Optional.empty(), Permit.patients(Set.of()));

    private final transient FhirEndpoint endpoint;
    private final transient BoundedBody body;
    private final transient LargeBodies large;
    private final String root;

    /**
     * @param root what this address is for the store: its base is {@code ""}
     */
    FhirServlet(FhirEndpoint endpoint, BoundedBody body, LargeBodies large, String root) {
        this.endpoint = endpoint;
        this.body = body;
        this.large = large;
        this.root = root;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(answer(request), response);
    }

    private FhirResponse answer(HttpServletRequest request) throws IOException {
        try (var _ = large.enter(request)) {
            return answer(request, body.of(request));
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    private FhirResponse answer(HttpServletRequest request, byte[] content) {
        var visitor = Visitor.of(request);
        return endpoint.answer(new FhirRequest(
                // The container leaves the body out of an answer to HEAD.
                request.getMethod().equals("HEAD") ? "GET" : request.getMethod(),
                root + path(request),
                request.getQueryString(),
                headers(request),
                content,
                visitor.map(Visitor::caller).orElse(STRANGER),
                visitor.map(Visitor::origin).orElseGet(() -> Origin.at(request.getRemoteAddr()))));
    }

    private static String path(HttpServletRequest request) {
        var path = request.getPathInfo();
        return path == null ? "" : path.substring(1);
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        for (var names = request.getHeaderNames(); names.hasMoreElements(); ) {
            var name = names.nextElement();
            headers.merge(
                    name.toLowerCase(Locale.ROOT), request.getHeader(name), (first, again) -> first + ", " + again);
        }
        return headers;
    }

    private static FhirResponse refused(Refusal refusal) {
        var outcome = new OperationOutcome(refusal.issues()).json().toString();
        var headers = new HashMap<>(Map.of("Content-Type", "application/fhir+json;charset=UTF-8"));
        if (refusal.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            headers.put("Retry-After", "2");
        }
        return new FhirResponse(refusal.status(), headers, new Body.Whole(outcome.getBytes(UTF_8)));
    }

    private static void send(FhirResponse answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        switch (answer.body()) {
            case Body.Whole(var bytes) -> {
                response.setContentLength(bytes.length);
                response.getOutputStream().write(bytes);
            }
            case Body.Streamed(var writer) -> writer.write(response.getOutputStream());
        }
    }
}
