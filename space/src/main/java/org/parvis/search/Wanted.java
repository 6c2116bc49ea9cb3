package org.parvis.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What someone typed into the search, understood: words of a name, a number, a date.
 *
 * @param words of a name, in the order typed
 * @param numbers of identifiers, exact: INS, RPPS, FINESS, or a local one
 * @param day when somebody was born, or a document was written; empty for any
 */
record Wanted(List<String> words, List<String> numbers, Optional<Day> day) {

    private static final int MOST_WORDS = 6;
    private static final int SHORTEST_NUMBER = 4;

    private static final Pattern DAY =
            Pattern.compile("\\b(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})\\b|\\b(\\d{2})(\\d{2})((?:19|20)\\d{2})\\b");
    private static final Pattern ISO_DAY = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d{2}\\b");

    /** An INS as it stands on a card, in groups; the department may be 2A or 2B. */
    private static final Pattern GROUPED_NUMBER = Pattern.compile("[12](?: ?[0-9ABab]){12}(?: ?[0-9]){0,2}");

    Wanted {
        words = List.copyOf(words);
        numbers = List.copyOf(numbers);
    }

    /** A date as far as it was typed: a day, or a year. */
    record Day(String known) {

        private static final int YEAR_LENGTH = 4;

        boolean isYear() {
            return known.length() == YEAR_LENGTH;
        }
    }

    static Wanted read(String typed) {
        var text = typed.strip();
        if (GROUPED_NUMBER.matcher(text).matches()) {
            return new Wanted(List.of(), List.of(number(text)), Optional.empty());
        }
        var whole = day(text);
        var rest = whole.isPresent()
                ? ISO_DAY.matcher(DAY.matcher(text).replaceAll(" ")).replaceAll(" ")
                : text;
        var day = whole.or(() -> year(text));
        var parts = NameWords.written(day.isPresent() ? YEAR.matcher(rest).replaceAll(" ") : rest);
        return new Wanted(
                parts.stream().filter(part -> !isNumber(part)).limit(MOST_WORDS).toList(),
                parts.stream().filter(Wanted::isNumber).map(Wanted::number).toList(),
                day);
    }

    /** Whether there is too little to look for. */
    boolean isEmpty() {
        return numbers.isEmpty()
                && words.stream().noneMatch(word -> word.length() > 1)
                && day.filter(date -> !date.isYear()).isEmpty();
    }

    /** Whether only a name was typed, which a birth date would make precise. */
    boolean isNameAlone() {
        return numbers.isEmpty() && day.isEmpty();
    }

    /** A number as the index keeps it, apart from the words of names. */
    static String number(String value) {
        return "=" + String.join("", NameWords.written(value));
    }

    private static boolean isNumber(String part) {
        return part.length() >= SHORTEST_NUMBER && part.chars().anyMatch(Character::isDigit);
    }

    private static Optional<Day> day(String text) {
        var french = DAY.matcher(text);
        if (french.find()) {
            int first = french.group(1) == null ? 4 : 1;
            return date(french.group(first + 2), french.group(first + 1), french.group(first));
        }
        var iso = ISO_DAY.matcher(text);
        return iso.find() ? date(iso.group(1), iso.group(2), iso.group(3)) : Optional.empty();
    }

    private static Optional<Day> date(String year, String month, String day) {
        try {
            var date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return Optional.of(new Day(date.toString()));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<Day> year(String text) {
        var year = YEAR.matcher(text);
        return year.find() ? Optional.of(new Day(year.group())) : Optional.empty();
    }
}
