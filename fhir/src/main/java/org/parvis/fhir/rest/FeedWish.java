package org.parvis.fhir.rest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.parvis.fhir.feed.Filter;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Query.Parameter;

/**
 * What a reader of the feed asks for.
 *
 * @param from where to begin, as written
 * @param follow whether to go on past the settled end
 * @param limit most changes told
 * @param heartbeat longest silence while following
 */
record FeedWish(String from, boolean follow, OptionalLong limit, Duration heartbeat, Filter filter, FeedForm form) {

    private static final Set<String> NAMES = Set.of("from", "limit", "type", "follow", "heartbeat", "_format");
    private static final int HEARTBEAT_SECONDS = 15;
    private static final int LONGEST_HEARTBEAT_SECONDS = 300;

    static FeedWish of(Call call) {
        for (Parameter parameter : call.parameters()) {
            if (!NAMES.contains(parameter.name())) {
                throw Refusal.notSupported("The feed has no parameter '%s'.".formatted(parameter.name()));
            }
        }
        boolean events = wants(call, "text/event-stream");
        var types = call.parameter("type").map(names -> Set.of(names.split(",", -1)));
        return new FeedWish(
                from(call),
                events || isTrue(call, "follow"),
                number(call, "limit", Long.MAX_VALUE).map(OptionalLong::of).orElse(OptionalLong.empty()),
                Duration.ofSeconds(
                        number(call, "heartbeat", LONGEST_HEARTBEAT_SECONDS).orElse((long) HEARTBEAT_SECONDS)),
                new Filter(types.orElse(Set.of()), call.caller().permit()),
                events ? FeedForm.EVENTS : FeedForm.LINES);
    }

    // A browser that lost its connection says where it was; that is later than where it began.
    private static String from(Call call) {
        return call.header("last-event-id")
                .filter(id -> !id.isEmpty())
                .or(() -> call.parameter("from"))
                .orElse("start");
    }

    private static boolean wants(Call call, String mediaType) {
        return call.parameter("_format")
                .or(() -> call.header("accept"))
                .orElse("")
                .startsWith(mediaType);
    }

    private static boolean isTrue(Call call, String name) {
        String value = call.parameter(name).orElse("false");
        if (!List.of("true", "false").contains(value)) {
            throw Refusal.invalid("%s is '%s'; it must be true or false.".formatted(name, value), null);
        }
        return value.equals("true");
    }

    private static Optional<Long> number(Call call, String name, long most) {
        return call.parameter(name).map(value -> number(name, value, most));
    }

    private static long number(String name, String value, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, like a number out of range.
        }
        throw Refusal.invalid("%s is '%s'; it must be a whole number from 1.".formatted(name, value), null);
    }
}
