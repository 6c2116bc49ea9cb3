package org.parvis.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.parvis.fhir.outcome.IssueCode;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** What is answered to whoever has not said who they are: people are shown where to, software is refused. */
@Component
class StrangerAnswer implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException stranger)
            throws IOException {
        if (!SoftwareAnswer.isFor(request)) {
            Detour.to("/connexion", request, response);
            return;
        }
        response.setHeader("WWW-Authenticate", "Bearer");
        SoftwareAnswer.refuse(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                IssueCode.LOGIN,
                "Say who you are: log in on this server's pages, or send a token.");
    }
}
