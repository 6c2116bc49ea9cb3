package org.parvis.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.parvis.fhir.outcome.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.View;

/** What a page that cannot be shown says instead: what happened, what to do, and an id to quote when it is our fault. */
@ControllerAdvice
class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    View show(Exception cause, HttpServletResponse response) {
        if (cause instanceof ErrorResponse refused && refused.getStatusCode().is4xxClientError()) {
            response.setStatus(refused.getStatusCode().value());
            return pages.show(template(refused.getStatusCode()), Map.of());
        }
        // The store says why in English, for software; whoever reads pages is told in French what they can do.
        if (cause instanceof Refusal refused && refused.status() < HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            return pages.show(
                    HttpStatus.valueOf(refused.status()), template(HttpStatus.valueOf(refused.status())), Map.of());
        }
        var id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("Fault {}", id, cause);
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        return pages.show("web/fault", Map.of("id", id));
    }

    private static String template(HttpStatusCode status) {
        return switch (status.value()) {
            case HttpServletResponse.SC_NOT_FOUND -> "web/missing";
            case HttpServletResponse.SC_FORBIDDEN -> "web/forbidden";
            default -> "web/misunderstood";
        };
    }
}
