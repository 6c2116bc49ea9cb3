package org.parvis.trace;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.parvis.access.Visitor;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.records.RecordSheet;
import org.parvis.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A patient contests an access: the data protection officer finds the question among what waits. */
@Controller
class ContestPages {

    private static final int LONGEST_REASON = 2_000;

    private final Pages pages;
    private final FhirEndpoint endpoint;
    private final InstantSource clock;

    ContestPages(Pages pages, FhirEndpoint endpoint, InstantSource clock) {
        this.pages = pages;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @PostMapping("/dossier/{patient}/acces/{entry}/contestation")
    View contest(
            Visitor visitor,
            @PathVariable String patient,
            @PathVariable String entry,
            @RequestParam(defaultValue = "") String reason) {
        var store = visitor.at(endpoint);
        Optional<Access> access = contestable(store, patient, entry);
        if (access.isEmpty()) {
            return pages.show(HttpStatus.NOT_FOUND, "trace/absent", Map.of());
        }
        var asked = reason.strip();
        store.create(ContestResources.task(
                access.get(),
                patient,
                asked.substring(0, Math.min(asked.length(), LONGEST_REASON)),
                visitor.caller(),
                clock.instant()));
        return pages.goTo(RecordSheet.address(patient) + "/" + AccessTab.NAME + "#" + entry);
    }

    // Once is enough: the first question is answered, or will be.
    private static Optional<Access> contestable(StoreClient store, String patient, String entry) {
        boolean contested = ContestResources.of(store, patient).stream()
                .anyMatch(contest -> contest.entry().equals(entry));
        return store.read("AuditEvent", entry)
                .map(AccessResources::access)
                .filter(access -> !contested && access.patients().contains(patient));
    }
}
