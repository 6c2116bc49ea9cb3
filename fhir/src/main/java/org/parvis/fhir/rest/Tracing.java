package org.parvis.fhir.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.Version;
import org.parvis.fhir.trace.Action;
import org.parvis.fhir.trace.Entry;
import org.parvis.fhir.trace.Outcome;
import org.parvis.fhir.transact.Deed;
import org.parvis.fhir.transact.Done;
import org.parvis.fhir.transact.Operation;
import org.parvis.fhir.transact.Unit;

/** Tells interactions and changes as entries of the trace. */
final class Tracing {

    /** Refusals that keep data from a caller; others answer a malformed or untimely request. */
    private static final Set<Integer> KEPT_FROM = Set.of(401, 403, 404, 410);

    /** What was done to resources of one type. */
    private record Change(Action action, String type) {}

    private final LongSupplier now;

    /** @param now the present moment, in microseconds since 1970 UTC */
    Tracing(LongSupplier now) {
        this.now = now;
    }

    /** What this call was shown. A change is told within its transaction. */
    void saw(Call call, Route route, Answer answer) {
        if (route.traced().isEmpty() || isOwnWork(call.caller(), call.origin())) {
            return;
        }
        List<Version> shown = shown(answer);
        Action action = route.traced().get();
        boolean tellsAll = action == Action.READ || action == Action.VERSION_READ;
        Entry entry = entry(call, route, action, Outcome.SUCCESS, tellsAll ? "" : asked(call, answer));
        call.sightings().add(shown.isEmpty() ? entry.about(AskedFor.patients(entry.detail())) : entry.showing(shown));
    }

    /** What this call wanted to see or to change, and was not allowed. */
    void refused(Call call, Route route, Refusal refusal) {
        Optional<Action> action = route.traced().or(() -> change(call));
        if (action.isPresent() && KEPT_FROM.contains(refusal.status()) && !isOwnWork(call.caller(), call.origin())) {
            Entry entry = entry(call, route, action.get(), Outcome.REFUSED, address(call));
            call.sightings().add(entry.about(AskedFor.patients(entry.detail())));
        }
    }

    /** What these units changed: one entry of each unit for all resources of one type to which it did the same. */
    List<Entry> did(List<Deed> deeds) {
        return deeds.stream()
                .filter(deed -> !isOwnWork(deed.unit().caller(), deed.unit().origin()))
                .flatMap(this::did)
                .toList();
    }

    private Stream<Entry> did(Deed deed) {
        var changed = new LinkedHashMap<Change, List<Version>>();
        for (int i = 0; i < deed.done().size(); i++) {
            Done done = deed.done().get(i);
            Operation operation = deed.unit().operations().get(i);
            done.version()
                    .ifPresent(version -> changed.computeIfAbsent(
                                    new Change(action(operation, done), operation.type()), _ -> new ArrayList<>())
                            .add(version));
        }
        return changed.entrySet().stream().map(each -> did(deed.unit(), each.getKey(), each.getValue()));
    }

    private Entry did(Unit unit, Change change, List<Version> versions) {
        return Entry.of(
                        now.getAsLong(),
                        unit.caller(),
                        unit.origin(),
                        change.action(),
                        Outcome.SUCCESS,
                        change.type(),
                        "")
                .showing(versions);
    }

    private static Action action(Operation operation, Done done) {
        return switch (done.kind()) {
            case CREATED -> Action.CREATE;
            case UPDATED, UNCHANGED -> operation instanceof Operation.Patch ? Action.PATCH : Action.UPDATE;
            case DELETED -> Action.DELETE;
            // A conditional creation answers with the resource that was there.
            case FOUND -> Action.READ;
        };
    }

    private static Optional<Action> change(Call call) {
        return switch (call.method()) {
            case "POST" -> Optional.of(Action.CREATE);
            case "PUT" -> Optional.of(Action.UPDATE);
            case "PATCH" -> Optional.of(Action.PATCH);
            case "DELETE" -> Optional.of(Action.DELETE);
            default -> Optional.empty();
        };
    }

    // What Parvis does by itself, for nobody, shows nothing to anybody.
    private static boolean isOwnWork(Caller caller, Origin origin) {
        return origin.equals(Origin.here()) && caller.equals(Caller.system());
    }

    private Entry entry(Call call, Route route, Action action, Outcome outcome, String detail) {
        return Entry.of(now.getAsLong(), call.caller(), call.origin(), action, outcome, route.type(call), detail);
    }

    private static List<Version> shown(Answer answer) {
        return switch (answer.content().orElse(null)) {
            case Answer.Content.Stored(Version version) -> List.of(version);
            case Answer.Content.Pages(BundlePage page) ->
                page.entries().stream()
                        .flatMap(entry -> entry.version().stream())
                        .toList();
            case Answer.Content.Made _, Answer.Content.Raw _ -> List.of();
            case null -> List.of();
        };
    }

    // A page knows all parameters, those of a form too.
    private static String asked(Call call, Answer answer) {
        return answer.content().orElse(null) instanceof Answer.Content.Pages(BundlePage page)
                ? local(call, page.links().getOrDefault("self", ""))
                : address(call);
    }

    private static String address(Call call) {
        return local(call, Addresses.of(call, null));
    }

    private static String local(Call call, String address) {
        return address.startsWith(call.base() + "/")
                ? address.substring(call.base().length() + 1)
                : address;
    }
}
