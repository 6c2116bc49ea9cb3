package org.parvis.fhir.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.search.SearchLimits;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.trace.Action;
import org.parvis.fhir.trace.AuditEventResources;
import org.parvis.fhir.trace.ReceivedEvents;
import org.parvis.fhir.trace.Trace;
import org.parvis.fhir.trace.TraceId;
import org.parvis.fhir.trace.Traced;

/** The trace as AuditEvents: read, search by a mandatory date, and create (ITI-20, ITI-81, TdE 2.0.0). Nothing changes them. */
final class Auditing {

    private final Store store;
    private final Trace trace;
    private final Soundness soundness;
    private final AuditWish wishes;

    Auditing(Store store, Trace trace, Soundness soundness, SearchLimits limits) {
        this.store = store;
        this.trace = trace;
        this.soundness = soundness;
        this.wishes = new AuditWish(store.settings().zone(), limits);
    }

    List<Route> routes() {
        return List.of(
                Route.interaction("read", "GET", "AuditEvent/{id}", this::read).tracedAs(Action.READ),
                Route.interaction("search-type", "GET", "AuditEvent", this::search)
                        .tracedAs(Action.SEARCH),
                Route.untold("POST", "AuditEvent/_search", call -> search(Searching.withForm(call)))
                        .tracedAs(Action.SEARCH),
                Route.untold("GET", "Patient/{id}/AuditEvent", this::ofPatient).tracedAs(Action.SEARCH),
                Route.interaction("create", "POST", "AuditEvent", this::receive),
                Route.untold("PUT PATCH DELETE", "AuditEvent", Auditing::refuse),
                Route.untold("PUT PATCH DELETE", "AuditEvent/{id}", Auditing::refuse),
                Route.untold("GET", "AuditEvent/_history", Auditing::refuse),
                Route.untold("GET", "AuditEvent/{id}/_history", Auditing::refuse),
                Route.untold("GET", "AuditEvent/{id}/_history/{version}", Auditing::refuse));
    }

    private Answer read(Call call) {
        Traced entry = TraceId.parse(call.segment(1))
                .flatMap(id -> trace.entry(id, call.caller()))
                .orElseThrow(() -> Refusal.notFound("%s is not here.".formatted(call.key())));
        return Answer.made(200, resources(call).resource(entry));
    }

    private Answer search(Call call) {
        return found(call, call.parameters());
    }

    private Answer ofPatient(Call call) {
        Call whole = call.with(List.of(new Parameter("patient", call.segment(1))));
        return found(call, whole.parameters());
    }

    private Answer found(Call call, List<Parameter> parameters) {
        List<Traced> entries = trace.search(wishes.read(parameters), call.caller());
        int count = wishes.count(parameters);
        boolean more = entries.size() > count;
        List<Traced> shown = more ? entries.subList(0, count) : entries;
        ObjectNode bundle = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", "searchset");
        addLink(bundle, "self", Addresses.of(call, call.parameters(), null));
        if (more) {
            addLink(
                    bundle,
                    "next",
                    Addresses.of(call, call.parameters(), shown.getLast().id().toString()));
        }
        AuditEventResources resources = resources(call);
        for (Traced entry : shown) {
            ObjectNode each = bundle.withArrayProperty("entry").addObject();
            each.put("fullUrl", call.base() + "/AuditEvent/" + entry.id());
            each.set("resource", resources.resource(entry));
            each.putObject("search").put("mode", "match");
        }
        return Answer.made(200, bundle);
    }

    private static void addLink(ObjectNode bundle, String relation, String url) {
        bundle.withArrayProperty("link").addObject().put("relation", relation).put("url", url);
    }

    /** Keeps what another system tells, whole. */
    private Answer receive(Call call) {
        ObjectNode event = soundness.checked(call, AuditEventResources.TYPE);
        var entry = new ReceivedEvents(store).entry(event, call.caller(), call.origin());
        TraceId id = trace.keep(entry);
        Traced kept = trace.entry(id).orElseThrow();
        return Answer.made(201, resources(call).resource(kept)).at(call.base() + "/AuditEvent/" + id);
    }

    private static Answer refuse(Call call) {
        throw Refusal.of(
                405,
                IssueCode.NOT_SUPPORTED,
                "The trace only grows: an AuditEvent has one version and stays.",
                call.place());
    }

    private AuditEventResources resources(Call call) {
        return new AuditEventResources(store.bodies(), call.base());
    }
}
