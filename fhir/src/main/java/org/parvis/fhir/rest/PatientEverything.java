package org.parvis.fhir.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.parvis.fhir.search.Everything;
import org.parvis.fhir.search.EverythingWish;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.trace.Action;

/** The operation `Patient/{id}/$everything` (R4 patient-operation-everything.html). */
final class PatientEverything {

    private static final String DEFINITION = "http://hl7.org/fhir/OperationDefinition/Patient-everything";

    private final Reading reading;
    private final Everything everything;

    PatientEverything(Reading reading, Everything everything) {
        this.reading = reading;
        this.everything = everything;
    }

    List<Route> routes() {
        return List.of(Route.operation(DEFINITION, "GET POST", "Patient/{id}/$everything", this::about)
                .tracedAs(Action.OPERATION));
    }

    private Answer about(Call call) {
        ResourceKey patient = call.key();
        reading.current(call, patient);
        EverythingWish wish = everything.wish(patient, Inputs.of(call), call.isLenient());
        Everything.Page page = everything.page(wish, call.caller().permit());
        return Answer.page(
                new BundlePage("searchset", OptionalLong.empty(), links(call, wish, page), entries(wish, page)));
    }

    private static Map<String, String> links(Call call, EverythingWish wish, Everything.Page page) {
        var links = new LinkedHashMap<String, String>();
        links.put("self", Addresses.of(call, wish.understood(), null));
        page.next().ifPresent(next -> links.put("next", Addresses.of(call, wish.understood(), next)));
        return links;
    }

    private static List<BundlePage.Entry> entries(EverythingWish wish, Everything.Page page) {
        var entries = new ArrayList<BundlePage.Entry>();
        page.matches().forEach(version -> entries.add(BundlePage.Entry.found(version, "match")));
        page.included().forEach(version -> entries.add(BundlePage.Entry.found(version, "include")));
        BundlePage.Entry.remarks(wish.ignored(), page.includesCut()).ifPresent(entries::add);
        return entries;
    }
}
