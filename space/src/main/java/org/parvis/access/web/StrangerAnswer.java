package org.parvis.access.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.parvis.access.ReturnAddress;
import org.parvis.fhir.outcome.Issue;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.OperationOutcome;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What is answered to whoever has not said who they are: people are shown where to, software is refused. */
@Component
class StrangerAnswer implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException stranger)
            throws IOException {
        if (isForSoftware(request.getRequestURI())) {
            refuse(response);
            return;
        }
        var login = login(request);
        if (request.getHeader("HX-Request") == null) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", login);
            return;
        }
        // A part of a page was asked for: the whole page has to go.
        response.setHeader("HX-Redirect", login);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }

    private static boolean isForSoftware(String path) {
        return path.equals("/fhir") || path.startsWith("/fhir/") || path.equals("/feed");
    }

    // A form that was sent is not sent again: whoever comes back finds the page that showed it.
    private static String login(HttpServletRequest request) {
        var query = request.getQueryString();
        var asked = request.getMethod().equals("GET")
                ? ReturnAddress.of(query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query)
                : ReturnAddress.HOME;
        return asked.equals(ReturnAddress.HOME)
                ? "/connexion"
                : UriComponentsBuilder.fromPath("/connexion")
                        .queryParam("suite", "{suite}")
                        .encode()
                        .buildAndExpand(asked.path())
                        .toUriString();
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType("application/fhir+json;charset=UTF-8");
        var issue =
                Issue.error(IssueCode.LOGIN, "Say who you are: log in on this server's pages, or send a token.", null);
        response.getOutputStream()
                .write(new OperationOutcome(List.of(issue)).json().toString().getBytes(UTF_8));
    }
}
