package org.parvis.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parvis.records.HappeningResources.Told;
import org.parvis.web.Frame;
import org.parvis.web.Happening;
import org.parvis.web.ListAddress;

/**
 * A stretch of what happened to a patient.
 *
 * @param older where the stretch before it is
 */
public record Timeline(List<Told> told, Optional<ListAddress> older) {

    public Timeline {
        told = List.copyOf(told);
    }

    /** What happened, in the words of the pages. */
    public List<Happening> happenings(Frame frame) {
        return told.stream()
                .map(one -> new Happening(
                        one.when(),
                        frame.say("records.chapter." + one.chapter().name()),
                        one.title().orElseGet(() -> frame.say("records.untitled")),
                        one.detail(),
                        one.source().orElseGet(() -> frame.say("records.source.unknown")),
                        Optional.empty()))
                .toList();
    }

    /** What the filter offers: all chapters, or one. */
    public static Map<String, String> choices(Frame frame) {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", frame.say("records.chapter.all"));
        for (var chapter : Chapter.values()) {
            choices.put(chapter.address(), frame.say("records.chapter." + chapter.name()));
        }
        return choices;
    }
}
