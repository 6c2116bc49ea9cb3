package org.parvis.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.trace.Accesses.Wish;
import org.parvis.web.Csv;
import org.parvis.web.ListAddress;
import org.springframework.web.servlet.View;

/** The trace as its officer asks for it by an address: on a page, for a spreadsheet, or as FHIR. */
public record TraceList(ListAddress address, LocalDate today) {

    /** What one file holds at most; more is asked for by shorter times. */
    static final int MOST = 20_000;

    private static final List<String> HEADS =
            List.of("Moment", "Personne", "Référence", "Structure", "Action", "Données", "Patients", "But", "Adresse");

    /** From the day asked for, or since a week. */
    public LocalDate from() {
        return AccessTab.day(address, "depuis", today.minusWeeks(1));
    }

    public LocalDate until() {
        return AccessTab.day(address, "jusque", today);
    }

    public Wish wish() {
        return Wish.between(from(), until())
                .with("agent-name", address.value("personne"))
                .with("patient", address.value("patient"))
                .with("agent", address.value("structure").isBlank() ? "" : "Organization/" + address.value("structure"))
                .with("purpose", address.value("but"))
                .with("_page", address.value("suite"));
    }

    View csv(StoreClient store) {
        var rows = Accesses.events(store, wish(), MOST).stream()
                .map(AccessResources::access)
                .map(TraceList::row)
                .toList();
        return new Csv("traces", HEADS, rows).view();
    }

    /** One AuditEvent a line. */
    View ndjson(StoreClient store) {
        var events = Accesses.events(store, wish(), MOST);
        return (model, request, response) -> {
            response.setContentType("application/fhir+ndjson");
            response.setHeader("Content-Disposition", "attachment; filename=\"AuditEvent.ndjson\"");
            response.setHeader("Cache-Control", "no-store");
            for (var event : events) {
                response.getOutputStream().write((event + "\n").getBytes(UTF_8));
            }
        };
    }

    private static List<String> row(Access access) {
        return List.of(
                access.when().machine(),
                access.name(),
                access.person().orElse(""),
                access.structure().orElse(""),
                access.deed().name(),
                String.join(" ", access.kinds().stream().map(Enum::name).toList()),
                String.join(" ", access.patients()),
                access.purpose().map(Enum::name).orElse(""),
                access.address().orElse(""));
    }
}
