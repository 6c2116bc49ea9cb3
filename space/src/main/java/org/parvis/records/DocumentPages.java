package org.parvis.records;

import java.util.Map;
import java.util.Set;
import org.parvis.access.Visitor;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.records.DocumentResources.Content;
import org.parvis.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** What a document holds, as the browser shows it or keeps it. */
@Controller
class DocumentPages {

    /** What a browser shows without running anything; all else is kept as a file. */
    private static final Set<String> SHOWN = Set.of("application/pdf", "image/jpeg", "image/png", "text/plain");

    private final Pages pages;
    private final FhirEndpoint endpoint;
    private final RecordSight sight;

    DocumentPages(Pages pages, FhirEndpoint endpoint, RecordSight sight) {
        this.pages = pages;
        this.endpoint = endpoint;
        this.sight = sight;
    }

    @GetMapping("/dossier/{patient}/documents/{document}")
    View read(Visitor visitor, @PathVariable String patient, @PathVariable String document) {
        return DocumentResources.content(sight.about(visitor, patient).at(endpoint), patient, document)
                .map(DocumentPages::sent)
                .orElseGet(() -> pages.show(
                        HttpStatus.NOT_FOUND, "records/closed", Map.of("patient", patient, "emergency", false)));
    }

    private static View sent(Content content) {
        var type = content.type().split(";", 2)[0].strip();
        var bytes = content.bytes();
        return (model, request, response) -> {
            response.setContentType(SHOWN.contains(type) ? type : "application/octet-stream");
            response.setHeader("Content-Disposition", SHOWN.contains(type) ? "inline" : "attachment");
            response.setHeader("X-Content-Type-Options", "nosniff");
            // Whoever wrote the document is not Parvis: nothing in it may act.
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        };
    }
}
