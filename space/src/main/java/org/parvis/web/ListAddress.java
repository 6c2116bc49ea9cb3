package org.parvis.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The address of a list as it is read now: its filters and its order, from which each of its links is made.
 *
 * @param parameters those that have a value; {@code tri} is the order, with a minus when it descends
 */
public record ListAddress(String path, Map<String, String> parameters) {

    private static final String ORDER = "tri";
    private static final String FORM = "format";

    public ListAddress {
        parameters = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** This list with one parameter changed; an empty value takes it away. */
    public ListAddress with(String name, String value) {
        var changed = new TreeMap<>(parameters);
        changed.put(name, value);
        return new ListAddress(path, changed);
    }

    /** What this parameter is, or nothing. */
    public String value(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** The list ordered by this column: ascending, or descending when it ascends now. */
    public ListAddress orderedBy(String column) {
        return with(ORDER, value(ORDER).equals(column) ? "-" + column : column);
    }

    /** The order of this column now, as {@code aria-sort} says it. */
    public String orderOf(String column) {
        if (value(ORDER).equals(column)) {
            return "ascending";
        }
        return value(ORDER).equals("-" + column) ? "descending" : "none";
    }

    /** The whole list as a file for a spreadsheet. */
    public ListAddress asCsv() {
        return with(FORM, "csv");
    }

    public boolean isCsv() {
        return value(FORM).equals("csv");
    }

    @Override
    public String toString() {
        return parameters.isEmpty()
                ? path
                : path + "?"
                        + new TreeMap<>(parameters)
                                .entrySet().stream()
                                        .map(parameter ->
                                                encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
