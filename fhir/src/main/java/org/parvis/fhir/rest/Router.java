package org.parvis.fhir.rest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/** Finds the interaction that a call asks for, by the shape of its address and its method. */
final class Router {

    private final Soundness soundness;
    private final Tracing tracing;
    private final List<Route> routes = new ArrayList<>();

    Router(Soundness soundness, Tracing tracing) {
        this.soundness = soundness;
        this.tracing = tracing;
    }

    /** Adds interactions; an address that fits several shapes belongs to the most exact one. */
    void add(List<Route> more) {
        routes.addAll(more);
        routes.sort(Comparator.comparingLong(Route::openness));
    }

    List<Route> routes() {
        return Collections.unmodifiableList(routes);
    }

    Answer answer(Call call) {
        Route route = route(call);
        check(call, route);
        try {
            Answer answer = route.answer().apply(call);
            tracing.saw(call, route, answer);
            return answer;
        } catch (Refusal refusal) {
            tracing.refused(call, route, refusal);
            throw refusal;
        }
    }

    private Route route(Call call) {
        // A HEAD is answered as a GET, and loses its body on the way out (RFC 9110, 9.3.2).
        String method = call.method().equals("HEAD") ? "GET" : call.method();
        var others = new TreeSet<String>();
        for (Route route : routes) {
            if (route.isAt(call.segments())) {
                if (route.methods().contains(method)) {
                    return route;
                }
                others.addAll(route.methods());
            }
        }
        String address = String.join("/", call.segments());
        if (others.isEmpty()) {
            throw Refusal.of(404, IssueCode.NOT_SUPPORTED, "Nothing answers at '%s'.".formatted(address), call.place());
        }
        throw Refusal.of(
                405,
                IssueCode.NOT_SUPPORTED,
                "%s is not possible on '%s'; it takes %s.".formatted(method, address, String.join(", ", others)),
                call.place());
    }

    private void check(Call call, Route route) {
        for (int i = 0; i < route.shape().size(); i++) {
            switch (route.shape().get(i)) {
                case Route.TYPE -> soundness.requireType(call.segment(i));
                case Route.ID -> Operations.requireId(call.segment(i));
                default -> {
                    // The shape itself says all.
                }
            }
        }
    }
}
