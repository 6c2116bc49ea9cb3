package org.parvis.trace;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parvis.access.Visitor;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.fhir.trace.TraceFigures.Unrelated;
import org.parvis.fhir.trace.TraceFigures.Volume;
import org.parvis.fhir.trace.TraceQuery.Span;
import org.parvis.fhir.trace.TraceRights;
import org.parvis.web.ListAddress;
import org.parvis.web.MenuEntry;
import org.parvis.web.Pages;
import org.parvis.web.When;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What the data protection officer does: search the trace, take it along, look at what stands out, answer patients. */
@Controller
class OfficerPages {

    private static final ZoneId HERE = ZoneId.of("Europe/Paris");
    private static final int SHOWN = 50;
    private static final int DAYS = 30;
    private static final int UNRELATED = 50;

    private final Pages pages;
    private final FhirEndpoint endpoint;
    private final InstantSource clock;

    OfficerPages(Pages pages, FhirEndpoint endpoint, InstantSource clock) {
        this.pages = pages;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @Bean
    static MenuEntry traceMenu() {
        return new MenuEntry(20, "/traces", "trace.menu");
    }

    @GetMapping("/traces")
    View search(Visitor visitor, @RequestParam Map<String, String> parameters) {
        var list = new TraceList(new ListAddress("/traces", parameters), today());
        var store = visitor.at(endpoint);
        return switch (list.address().value("format")) {
            case "csv" -> list.csv(store);
            case "ndjson" -> list.ndjson(store);
            default ->
                pages.show(
                        "trace/search",
                        Map.of(
                                "list",
                                list,
                                "accesses",
                                Accesses.of(store, list.wish(), SHOWN),
                                "officer",
                                readsAll(visitor)));
        };
    }

    @GetMapping("/traces/a-examiner")
    View review(Visitor visitor) {
        if (!readsAll(visitor)) {
            return absent();
        }
        var since = today().minusDays(DAYS);
        var span = new Span(micros(since.atStartOfDay(HERE).toInstant()), Long.MAX_VALUE);
        var figures = endpoint.trace().figures();
        var store = endpoint.as(officer(visitor)).from(visitor.origin());
        var outliers = Outliers.among(figures.volumes(span, visitor.caller()));
        var unrelated = figures.unrelated(span, UNRELATED, visitor.caller());
        return pages.show(
                "trace/review",
                Map.of(
                        "breakings", GlassBreakingResources.toReview(store),
                        "contests", ContestResources.awaited(store),
                        "outliers", outliers,
                        "unrelated", unrelated,
                        "since", since.toString(),
                        "structures", structures(store, outliers.volumes(), unrelated)));
    }

    @PostMapping("/traces/a-examiner/{task}")
    View settle(Visitor visitor, @PathVariable String task, @RequestParam String answer) {
        if (!readsAll(visitor)) {
            return absent();
        }
        var store = endpoint.as(officer(visitor)).from(visitor.origin());
        var waiting = store.read("Task", task);
        if (waiting.isEmpty()) {
            return absent();
        }
        store.update(ContestResources.answered(waiting.get(), answer.strip(), visitor.name(), clock.instant()));
        return pages.goTo("/traces/a-examiner");
    }

    private View absent() {
        return pages.show(HttpStatus.NOT_FOUND, "trace/absent", Map.of());
    }

    private static boolean readsAll(Visitor visitor) {
        return TraceRights.of(visitor.caller()).limit().isEmpty();
    }

    // Nobody's record is open to the officer; what was asked of them is, and these pages read nothing else.
    private static Caller officer(Visitor visitor) {
        Caller caller = visitor.caller();
        return new Caller(
                visitor.name(), caller.person(), caller.organisation(), Purpose.STEERING, Permit.everything());
    }

    private static Map<String, String> structures(StoreClient store, List<Volume> volumes, List<Unrelated> unrelated) {
        Set<String> ids = Stream.concat(
                        volumes.stream().map(Volume::organisation),
                        unrelated.stream().map(Unrelated::organisation))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : Accesses.names(store, ids);
    }

    private LocalDate today() {
        return When.at(clock.instant()).day();
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
