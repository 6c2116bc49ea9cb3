package org.parvis.fhir.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Version;
import org.parvis.fhir.store.Visibility;
import org.parvis.fhir.subscription.Backport;
import org.parvis.fhir.subscription.Inquiry;
import org.parvis.fhir.subscription.Payload;
import org.parvis.fhir.trace.Action;

/** The operations `$status` and `$events` of Subscription (Subscriptions R5 Backport 1.1.0). */
final class Subscribing {

    private static final String TYPE = "Subscription";
    private static final String STATUS = Backport.operation("backport-subscription-status");
    private static final String EVENTS = Backport.operation("backport-subscription-events");

    private final Store store;
    private final Reading reading;
    private final Inquiry inquiry;

    Subscribing(Store store, Reading reading, Inquiry inquiry) {
        this.store = store;
        this.reading = reading;
        this.inquiry = inquiry;
    }

    List<Route> routes() {
        return List.of(
                Route.operation(STATUS, "GET POST", "Subscription/$status", this::statuses),
                Route.operation(STATUS, "GET POST", "Subscription/{id}/$status", this::status),
                Route.operation(EVENTS, "GET POST", "Subscription/{id}/$events", this::events)
                        .tracedAs(Action.OPERATION));
    }

    /** Where one subscription stands. */
    private Answer status(Call call) {
        List<Version> subscription = List.of(reading.current(call, call.key()));
        return Answer.made(200, inquiry.statuses(subscription, Set.of(), call.base()));
    }

    /** Where those subscriptions stand that are named, or all that the caller may see. */
    private Answer statuses(Call call) {
        var ids = new ArrayList<String>();
        Set<String> statuses = new HashSet<>();
        for (Parameter input : Inputs.of(call)) {
            switch (input.name()) {
                case "id" -> ids.addAll(List.of(input.value().split(",", -1)));
                case "status" -> statuses.addAll(List.of(input.value().split(",", -1)));
                default -> refuse(input);
            }
        }
        var found = ids.isEmpty() ? all(call) : named(call, ids);
        return Answer.made(200, inquiry.statuses(found, statuses, call.base()));
    }

    /** What a subscription was told, from one event number to another. */
    private Answer events(Call call) {
        Version subscription = reading.current(call, call.key());
        long since = 1;
        long until = Long.MAX_VALUE;
        Optional<Payload> payload = Optional.empty();
        for (Parameter input : Inputs.of(call)) {
            switch (input.name()) {
                case "eventsSinceNumber" -> since = number(input);
                case "eventsUntilNumber" -> until = number(input);
                case "content" -> payload = Optional.of(payload(input));
                default -> refuse(input);
            }
        }
        var wish = new Inquiry.Wish(since, until, payload);
        return Answer.made(200, inquiry.events(subscription, wish, call.caller().permit(), call.base()));
    }

    private List<Version> named(Call call, List<String> ids) {
        return ids.stream()
                .map(id -> reading.current(call, new ResourceKey(TYPE, Operations.requireId(id))))
                .toList();
    }

    private List<Version> all(Call call) {
        return store.database().read(connection -> {
            Visibility visible = store.visibility(connection, call.caller().permit());
            var found = new ArrayList<Version>();
            for (String id : inquiry.subscriptions(connection)) {
                store.versions()
                        .current(connection, new ResourceKey(TYPE, id), visible)
                        .ifPresent(found::add);
            }
            return found;
        });
    }

    private static long number(Parameter input) {
        try {
            return Long.parseLong(input.value());
        } catch (NumberFormatException e) {
            throw Refusal.invalid("%s is '%s'; it must be a number.".formatted(input.name(), input.value()), null);
        }
    }

    private static Payload payload(Parameter input) {
        return Payload.of(input.value())
                .orElseThrow(() -> Refusal.invalid(
                        "content is '%s'; it must be empty, id-only or full-resource.".formatted(input.value()), null));
    }

    private static void refuse(Parameter input) {
        if (!input.name().startsWith("_")) {
            throw Refusal.notSupported("This operation has no parameter '%s'.".formatted(input.name()));
        }
    }
}
