package org.parvis.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Values measured one after the other, oldest first, drawn as a line in a box of 100 by 100.
 *
 * @param unit as it is shown, or empty
 */
public record Trend(List<Measure> measures, String unit) {

    private static final double BOX = 100;

    /** One value and when it was measured. */
    public record Measure(When when, double value) {}

    public Trend {
        measures = measures.stream()
                .sorted((one, other) -> one.when().compareTo(other.when()))
                .toList();
        if (measures.isEmpty()) {
            throw new IllegalArgumentException("A trend needs a measure");
        }
    }

    public Measure first() {
        return measures.getFirst();
    }

    public Measure last() {
        return measures.getLast();
    }

    public double least() {
        return measures.stream().mapToDouble(Measure::value).min().orElseThrow();
    }

    public double greatest() {
        return measures.stream().mapToDouble(Measure::value).max().orElseThrow();
    }

    /** The corners of the line, as an SVG polyline takes them; the time between two measures is their distance. */
    public String line() {
        return IntStream.range(0, measures.size()).mapToObj(this::point).collect(Collectors.joining(" "));
    }

    /** A dot at each measure, as an SVG path of strokes without length. */
    public String dots() {
        return IntStream.range(0, measures.size())
                .mapToObj(at -> "M" + point(at) + "h0")
                .collect(Collectors.joining());
    }

    /** Only the last dot. */
    public String lastDot() {
        return "M" + point(measures.size() - 1) + "h0";
    }

    private String point(int at) {
        return String.format(Locale.ROOT, "%.1f,%.1f", across(measures.get(at)), down(measures.get(at)));
    }

    private double across(Measure measure) {
        long begin = first().when().start().getEpochSecond();
        long span = last().when().start().getEpochSecond() - begin;
        return span == 0 ? BOX / 2 : BOX * (measure.when().start().getEpochSecond() - begin) / span;
    }

    private double down(Measure measure) {
        double span = greatest() - least();
        return span == 0 ? BOX / 2 : BOX * (greatest() - measure.value()) / span;
    }
}
