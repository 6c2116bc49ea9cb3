package org.parvis.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.parvis.access.Duty;
import org.parvis.access.Visitor;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.web.Pages;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What is answered to whoever is in and may not pass: they have something to do first, or their form has no token. */
@Component
class DeniedAnswer implements AccessDeniedHandler {

    private final Pages pages;

    DeniedAnswer(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        var duty = Visitor.of(request).flatMap(Visitor::duty);
        var isStale = denied instanceof CsrfException;
        if (duty.isEmpty() || isStale) {
            showStale(request, response);
            return;
        }
        sendToDuty(duty.get(), request, response);
    }

    private static void sendToDuty(Duty duty, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (SoftwareAnswer.isFor(request)) {
            SoftwareAnswer.refuse(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    IssueCode.FORBIDDEN,
                    "Open this server's pages first: %s waits.".formatted(duty.page()));
            return;
        }
        Detour.to(duty.page(), request, response);
    }

    private void showStale(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        try {
            pages.show("access/stale", Map.of()).render(Map.of(), request, response);
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }
}
