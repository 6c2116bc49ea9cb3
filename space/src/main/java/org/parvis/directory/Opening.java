package org.parvis.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.parvis.web.Concepts;

/**
 * When something is open: on some days of the week, from one hour to another.
 *
 * @param days none for every day
 * @param from such as "08:30"; empty when it is open all day
 */
public record Opening(List<DayOfWeek> days, String from, String until) {

    private static final List<String> CODES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int RUN = 3;
    private static final int MINUTES = 5;

    public Opening {
        days = days.stream().sorted().toList();
    }

    /** What an availableTime says (R4 HealthcareService, PractitionerRole). */
    static Opening of(JsonNode time) {
        var days = Concepts.all(time.path("daysOfWeek"))
                .map(day -> CODES.indexOf(day.asText()))
                .filter(at -> at >= 0)
                .map(at -> DayOfWeek.of(at + 1))
                .toList();
        boolean allDay = time.path("allDay").asBoolean();
        return new Opening(
                days, allDay ? "" : hour(time.path("availableStartTime")), hour(time.path("availableEndTime")));
    }

    public boolean isAllDay() {
        return from.isEmpty();
    }

    /** "lun. – ven." when they follow each other, "lun., jeu." else. */
    public String shownDays() {
        boolean follow = days.size() >= RUN
                && days.getLast().getValue() - days.getFirst().getValue() == days.size() - 1;
        return follow
                ? shown(days.getFirst()) + " – " + shown(days.getLast())
                : days.stream().map(Opening::shown).collect(Collectors.joining(", "));
    }

    private static String shown(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.FRANCE);
    }

    private static String hour(JsonNode time) {
        var text = time.asText();
        return text.substring(0, Math.min(text.length(), MINUTES));
    }
}
