package org.parvis.fhir.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Page;
import org.parvis.fhir.search.Query;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.search.Searcher;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.trace.Action;

/** Search by type and by compartment, with GET and POST (R4 http.html, 3.1.0.12). */
final class Searching {

    private final Searcher searcher;

    Searching(Searcher searcher) {
        this.searcher = searcher;
    }

    List<Route> routes() {
        return List.of(
                Route.interaction("search-type", "GET", "{type}", this::ofType).tracedAs(Action.SEARCH),
                Route.untold("POST", "{type}/_search", call -> ofType(withForm(call)))
                        .tracedAs(Action.SEARCH),
                Route.untold("GET", "{type}/{id}/{type}", this::ofCompartment).tracedAs(Action.SEARCH),
                Route.untold("POST", "{type}/{id}/{type}/_search", call -> ofCompartment(withForm(call)))
                        .tracedAs(Action.SEARCH));
    }

    private Answer ofType(Call call) {
        return search(call, call.segment(0), Optional.empty());
    }

    private Answer ofCompartment(Call call) {
        return search(call, call.segment(2), Optional.of(call.key()));
    }

    private Answer search(Call call, String type, Optional<ResourceKey> centre) {
        Query query = searcher.parse(type, call.parameters(), centre, call.isLenient());
        Page page = searcher.page(query, call.caller().permit(), call.base());
        return Answer.page(new BundlePage("searchset", page.total(), links(call, page), entries(page)));
    }

    /** The call with the parameters of its form body. */
    static Call withForm(Call call) {
        String type = call.header("content-type").orElse("");
        byte[] body = call.raw();
        if (body.length > 0 && !type.startsWith("application/x-www-form-urlencoded")) {
            throw Refusal.of(
                    415,
                    IssueCode.NOT_SUPPORTED,
                    "A search by POST sends application/x-www-form-urlencoded, not '%s'.".formatted(type),
                    null);
        }
        return call.with(Parameter.parse(new String(body, StandardCharsets.UTF_8)));
    }

    private static Map<String, String> links(Call call, Page page) {
        var links = new LinkedHashMap<String, String>();
        links.put("self", Addresses.of(call, page.query().understood(), null));
        page.next()
                .ifPresent(next ->
                        links.put("next", Addresses.of(call, page.query().understood(), next)));
        return links;
    }

    private static List<BundlePage.Entry> entries(Page page) {
        var entries = new ArrayList<BundlePage.Entry>();
        page.matches().forEach(version -> entries.add(BundlePage.Entry.found(version, "match")));
        page.included().forEach(version -> entries.add(BundlePage.Entry.found(version, "include")));
        BundlePage.Entry.remarks(page.query().ignored(), page.includesCut()).ifPresent(entries::add);
        return entries;
    }
}
