package org.parvis.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.trace.Accesses.Wish;
import org.parvis.web.Csv;
import org.parvis.web.ListAddress;
import org.springframework.web.servlet.View;

/** The trace as its officer asks for it by an address: on a page, for a spreadsheet, or as FHIR. */
public record TraceList(ListAddress address, LocalDate today) {

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
        return new Csv(
                        "traces",
                        HEADS,
                        row -> Accesses.tell(store, wish(), event -> row.accept(row(AccessResources.access(event)))))
                .view();
    }

    /** One AuditEvent a line. */
    View ndjson(StoreClient store) {
        return (model, request, response) -> {
            response.setContentType("application/fhir+ndjson");
            response.setHeader("Content-Disposition", "attachment; filename=\"AuditEvent.ndjson\"");
            response.setHeader("Cache-Control", "no-store");
            var lines = new PrintStream(response.getOutputStream(), false, UTF_8);
            Accesses.tell(store, wish(), event -> lines.append(event.toString()).append('\n'));
            lines.flush();
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
