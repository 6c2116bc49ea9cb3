package org.parvis.fhir.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.export.Kickoff.Level;
import org.parvis.fhir.store.ResourceKey;

/** Finds the interaction that a call asks for by the shape of its path (R4 http.html, 3.1.0.0.1). */
final class Router {

    private static final String HISTORY = "_history";
    private static final String SEARCH = "_search";
    private static final String EXPORT = "$export";

    private final Reading reading;
    private final Changing changing;
    private final Searching searching;
    private final Soundness soundness;
    private final Capabilities capabilities;
    private final Meta meta;
    private final PatientEverything everything;
    private final Feeding feeding;
    private final Validating validating;
    private final Exporting exporting;
    private final Subscribing subscribing;
    private @Nullable Bundles bundles;

    Router(
            Reading reading,
            Changing changing,
            Searching searching,
            Soundness soundness,
            Capabilities capabilities,
            Meta meta,
            PatientEverything everything,
            Feeding feeding,
            Validating validating,
            Exporting exporting,
            Subscribing subscribing) {
        this.reading = reading;
        this.changing = changing;
        this.searching = searching;
        this.soundness = soundness;
        this.capabilities = capabilities;
        this.meta = meta;
        this.everything = everything;
        this.feeding = feeding;
        this.validating = validating;
        this.exporting = exporting;
        this.subscribing = subscribing;
    }

    /** Bundles come back here for each entry, so they join last. */
    void process(Bundles all) {
        bundles = all;
    }

    Answer answer(Call call) {
        if (Operations.changes(call) && !isOperation(call, 0) && !isOperation(call, 1)) {
            return changing.change(call);
        }
        if (!call.segments().isEmpty() && call.segment(0).equals(EXPORT)) {
            return export(call);
        }
        return switch (call.segments().size()) {
            case 0 -> system(call);
            case 1 -> type(call);
            case 2 -> instance(call);
            default -> deeper(call);
        };
    }

    private Answer export(Call call) {
        return switch (call.segments().size()) {
            case 1 -> exporting.start(call, new Level.WholeSystem());
            case 2 -> exporting.status(call, call.segment(1));
            case 3 -> exporting.file(call, call.segment(1), call.segment(2));
            default -> throw call.notAllowed();
        };
    }

    private Answer system(Call call) {
        if (call.method().equals("POST") && bundles != null) {
            return bundles.process(call);
        }
        throw call.notAllowed();
    }

    private Answer type(Call call) {
        return switch (call.method() + " " + call.segment(0)) {
            case "GET metadata" -> capabilities.statement(call);
            case "GET feed" -> feeding.tell(call);
            case "GET " + HISTORY -> reading.history(call, null, null);
            default -> {
                require(call, "GET");
                soundness.requireType(call.segment(0));
                yield searching.search(call, call.segment(0), Optional.empty());
            }
        };
    }

    private Answer instance(Call call) {
        String type = call.segment(0);
        soundness.requireType(type);
        return switch (call.segment(1)) {
            case EXPORT -> {
                requireOperation(call, type, "Patient");
                yield exporting.start(call, new Level.AllPatients());
            }
            case SEARCH -> {
                require(call, "POST");
                yield searching.search(call.with(Searching.form(call)), type, Optional.empty());
            }
            case HISTORY -> {
                require(call, "GET");
                yield reading.history(call, type, null);
            }
            case "$validate" -> validating.sent(call);
            case "$status" -> subscribing.statuses(call, type);
            default -> {
                require(call, "GET");
                yield reading.read(call, new ResourceKey(type, Operations.requireId(call.segment(1))));
            }
        };
    }

    private Answer deeper(Call call) {
        soundness.requireType(call.segment(0));
        var key = new ResourceKey(call.segment(0), Operations.requireId(call.segment(1)));
        return switch (call.segment(2)) {
            case HISTORY -> {
                require(call, "GET");
                yield call.segments().size() == 3
                        ? reading.history(call, null, key)
                        : reading.versionRead(call, key, call.segment(3));
            }
            case "$meta" -> meta.ofInstance(call, key);
            case "$validate" -> validating.stored(call, key);
            case "$everything" -> everything.about(call, key);
            case EXPORT -> {
                requireOperation(call, key.type(), "Group");
                yield exporting.start(call, new Level.GroupMembers(key.id()));
            }
            case "$status" -> subscribing.status(call, key);
            case "$events" -> subscribing.events(call, key);
            default -> compartment(call, key);
        };
    }

    private Answer compartment(Call call, ResourceKey centre) {
        String type = call.segment(2);
        soundness.requireType(type);
        boolean posted = call.segments().size() == 4 && call.segment(3).equals(SEARCH);
        require(call, posted ? "POST" : "GET");
        return searching.search(posted ? call.with(Searching.form(call)) : call, type, Optional.of(centre));
    }

    private static boolean isOperation(Call call, int index) {
        return call.segments().size() > index
                && (call.segment(index).startsWith("$") || call.segment(index).startsWith("_"));
    }

    private static void requireOperation(Call call, String type, String owner) {
        if (!type.equals(owner)) {
            throw call.notAllowed();
        }
    }

    private static void require(Call call, String method) {
        if (!call.method().equals(method)
                && !(method.equals("GET") && call.method().equals("HEAD"))) {
            throw call.notAllowed();
        }
    }
}
