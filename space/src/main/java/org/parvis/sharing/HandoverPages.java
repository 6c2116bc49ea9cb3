package org.parvis.sharing;

import java.util.Map;
import org.parvis.access.RecordCodes;
import org.parvis.access.Visitor;
import org.parvis.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Hands the person of a record, whose identity document was seen, a code by which they reach it themselves. */
@Controller
class HandoverPages {

    private final Pages pages;
    private final RecordCodes codes;

    HandoverPages(Pages pages, RecordCodes codes) {
        this.pages = pages;
        this.codes = codes;
    }

    @PostMapping("/dossier/{patient}/partage/remise")
    View handOver(Visitor visitor, @PathVariable String patient) {
        return codes.handOver(visitor, patient)
                .map(code -> pages.show(
                        "sharing/handover",
                        Map.of("patient", patient, "code", code, "days", RecordCodes.PATIENCE.toDays())))
                .orElseThrow(() -> new ErrorResponseException(HttpStatus.NOT_FOUND));
    }
}
