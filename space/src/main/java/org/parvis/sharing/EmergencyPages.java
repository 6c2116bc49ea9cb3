package org.parvis.sharing;

import java.util.Map;
import org.parvis.access.Emergencies;
import org.parvis.access.Titles;
import org.parvis.access.Visitor;
import org.parvis.fhir.access.Decision;
import org.parvis.records.RecordSheet;
import org.parvis.web.FormErrors;
import org.parvis.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Breaking the glass: why the record is closed, and what opening it for an emergency means. */
@Controller
class EmergencyPages {

    /** Shorter says nothing to whoever reviews it. */
    private static final int SHORTEST = 10;

    private static final int LONGEST = 1_000;

    private final Pages pages;
    private final Emergencies emergencies;
    private final Titles titles;

    EmergencyPages(Pages pages, Emergencies emergencies, Titles titles) {
        this.pages = pages;
        this.emergencies = emergencies;
        this.titles = titles;
    }

    @GetMapping("/dossier/{patient}/urgence")
    View ask(Visitor visitor, @PathVariable String patient) {
        return emergencies.mayOpen(visitor)
                ? form(HttpStatus.OK, visitor, patient, "", FormErrors.NONE)
                : closed(patient);
    }

    @PostMapping("/dossier/{patient}/urgence")
    View open(Visitor visitor, @PathVariable String patient, @RequestParam("motif") String reason) {
        var said = reason.strip();
        if (!emergencies.mayOpen(visitor)) {
            return closed(patient);
        }
        if (said.length() < SHORTEST || said.length() > LONGEST) {
            var errors =
                    new FormErrors(Map.of("motif", pages.say("sharing.emergency.reason.wrong", SHORTEST, LONGEST)));
            return form(HttpStatus.UNPROCESSABLE_CONTENT, visitor, patient, said, errors);
        }
        return emergencies.open(visitor, patient, said).isPresent()
                ? pages.goTo(RecordSheet.address(patient))
                : closed(patient);
    }

    private View form(HttpStatus status, Visitor visitor, String patient, String reason, FormErrors errors) {
        Decision why = titles.why(visitor, "Patient/" + patient);
        return pages.show(
                status,
                "sharing/emergency",
                Map.of(
                        "patient", patient,
                        "why", why,
                        "reason", reason,
                        "hours", Emergencies.LASTING.toHours(),
                        "errors", errors));
    }

    private View closed(String patient) {
        return pages.show(HttpStatus.NOT_FOUND, "records/closed", Map.of("patient", patient, "emergency", false));
    }
}
