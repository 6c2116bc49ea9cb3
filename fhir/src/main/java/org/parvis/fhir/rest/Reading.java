package org.parvis.fhir.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.index.DateRange;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.SearchLimits;
import org.parvis.fhir.store.Method;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Version;
import org.parvis.fhir.store.Visibility;
import org.parvis.fhir.store.Window;
import org.parvis.fhir.trace.Action;

/** Read, version read and history (R4 http.html, 3.1.0.2, 3.1.0.3, 3.1.0.9). */
final class Reading {

    private final Store store;
    private final SearchLimits limits;

    Reading(Store store, SearchLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    List<Route> routes() {
        return List.of(
                Route.interaction("read", "GET", "{type}/{id}", this::read).tracedAs(Action.READ),
                Route.interaction("vread", "GET", "{type}/{id}/_history/{version}", this::versionRead)
                        .tracedAs(Action.VERSION_READ),
                Route.interaction(
                                "history-instance",
                                "GET",
                                "{type}/{id}/_history",
                                call -> history(call, null, call.key()))
                        .tracedAs(Action.HISTORY),
                Route.interaction(
                                "history-type", "GET", "{type}/_history", call -> history(call, call.segment(0), null))
                        .tracedAs(Action.HISTORY),
                Route.interaction("history-system", "GET", "_history", call -> history(call, null, null))
                        .tracedAs(Action.HISTORY));
    }

    /** The current version, or 304 when the caller has it already. */
    private Answer read(Call call) {
        Version version = current(call, call.key());
        return Answer.stored(isKnown(call, version) ? 304 : 200, version);
    }

    /** The current version, or a refusal that tells gone (410) from never here (404). */
    Version current(Call call, ResourceKey key) {
        Optional<Version> current = store.database().read(connection -> {
            Visibility visible = store.visibility(connection, call.caller().permit());
            return store.versions().current(connection, key, visible);
        });
        return current.orElseThrow(() -> absent(call, key));
    }

    /** One version by its number. */
    private Answer versionRead(Call call) {
        ResourceKey key = call.key();
        String number = call.segment(3);
        Version version = store.database().read(connection -> {
            Visibility visible = store.visibility(connection, call.caller().permit());
            return store.versions()
                    .version(connection, key, versionNumber(number), visible)
                    .orElseThrow(() -> Refusal.notFound("%s has no version %s.".formatted(key, number)));
        });
        if (version.isDeletion()) {
            throw Refusal.deleted("Version %s of %s is its deletion.".formatted(number, key));
        }
        return Answer.stored(200, version);
    }

    /**
     * The versions of one resource, of a type, or of the whole system, newest first.
     *
     * @param type null for the whole system
     * @param key the resource, null for all
     */
    private Answer history(Call call, @Nullable String type, @Nullable ResourceKey key) {
        int count = count(call);
        Window window = window(call, count + 1);
        List<Version> versions = store.database().read(connection -> {
            Visibility visible = store.visibility(connection, call.caller().permit());
            return key == null
                    ? store.versions().history(connection, type, window, visible)
                    : store.versions().history(connection, key, window, visible);
        });
        if (key != null && versions.isEmpty() && window.after() == null && window.from() == Long.MIN_VALUE) {
            throw Refusal.notFound("%s is not here.".formatted(key));
        }
        boolean more = versions.size() > count;
        List<Version> shown = more ? versions.subList(0, count) : versions;
        var entries = shown.stream().map(Reading::entry).toList();
        return Answer.page(new BundlePage("history", OptionalLong.empty(), links(call, shown, more), entries));
    }

    private Refusal absent(Call call, ResourceKey key) {
        return store.database()
                .read(connection -> store.versions()
                        .newest(
                                connection,
                                key,
                                store.visibility(connection, call.caller().permit())))
                .filter(Version::isDeletion)
                .map(version -> Refusal.deleted("%s was deleted.".formatted(key)))
                .orElseGet(() -> Refusal.notFound("%s is not here.".formatted(key)));
    }

    private static boolean isKnown(Call call, Version version) {
        Optional<String> tags = call.header("if-none-match");
        if (tags.isPresent()) {
            return List.of(tags.get().split("\\s*,\\s*", -1))
                    .contains(Answer.Stamp.of(version).etag());
        }
        Optional<String> since = call.header("if-modified-since");
        return since.isPresent()
                && !version.instant()
                        .isAfter(
                                HttpDate.parse("If-Modified-Since", since.get()).plusMillis(999));
    }

    private static int versionNumber(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Refusal.notFound("There is no version '%s'.".formatted(text));
        }
    }

    private int count(Call call) {
        Optional<String> count = call.parameter("_count");
        try {
            return count.isEmpty()
                    ? limits.defaultCount()
                    : Math.clamp(Integer.parseInt(count.get()), 1, limits.mostCount());
        } catch (NumberFormatException e) {
            throw Refusal.invalid("_count is '%s'; it must be a whole number.".formatted(count.get()), null);
        }
    }

    private Window window(Call call, int limit) {
        var zone = store.settings().zone();
        long from = call.parameter("_since")
                .map(since -> DateRange.parse(since, zone).lowMicros())
                .orElse(Long.MIN_VALUE);
        Optional<DateRange> at = call.parameter("_at").map(date -> DateRange.parse(date, zone));
        return new Window(
                at.map(range -> Math.max(from, range.lowMicros())).orElse(from),
                at.map(DateRange::highMicros).orElse(Long.MAX_VALUE),
                call.parameter("_page").map(Reading::entryOf).orElse(null),
                limit);
    }

    private static Map<String, String> links(Call call, List<Version> shown, boolean more) {
        var links = new LinkedHashMap<String, String>();
        links.put("self", Addresses.of(call, null));
        if (more) {
            Version last = shown.getLast();
            links.put(
                    "next",
                    Addresses.of(
                            call,
                            "%d-%d-%d".formatted(last.updated(), last.place().rid(), last.number())));
        }
        return links;
    }

    private static Window.Entry entryOf(String page) {
        try {
            var parts = new ArrayList<Long>();
            for (String part : page.split("-", -1)) {
                parts.add(Long.parseLong(part));
            }
            return new Window.Entry(parts.get(0), parts.get(1), parts.get(2).intValue());
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw Refusal.invalid("'%s' is no page of a history.".formatted(page), null);
        }
    }

    private static BundlePage.Entry entry(Version version) {
        ObjectNode parts = JsonNodeFactory.instance.objectNode();
        boolean isCreation = version.method() == Method.CREATE;
        parts.putObject("request")
                .put("method", version.method().verb())
                .put("url", isCreation ? version.key().type() : version.key().toString());
        parts.putObject("response")
                .put("status", version.number() == 1 ? "201" : version.isDeletion() ? "204" : "200")
                .put("etag", Answer.Stamp.of(version).etag())
                .put("lastModified", version.instant().toString());
        return new BundlePage.Entry(Optional.of(version), parts, Optional.empty());
    }
}
