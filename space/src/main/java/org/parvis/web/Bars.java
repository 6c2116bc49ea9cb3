package org.parvis.web;

import java.util.List;

/** Amounts side by side under one unit: a table whose rows each draw their amount as a bar. */
public record Bars(String caption, String subject, String unit, List<Bar> bars) {

    private static final double FULL = 100;

    /** One amount. */
    public record Bar(String name, double amount) {
        public Bar {
            if (amount < 0) {
                throw new IllegalArgumentException("A bar cannot show " + amount);
            }
        }
    }

    public Bars {
        bars = List.copyOf(bars);
    }

    /** How long a bar is, the longest being 100. */
    public double length(Bar bar) {
        double longest = bars.stream().mapToDouble(Bar::amount).max().orElse(0);
        return longest == 0 ? 0 : FULL * bar.amount() / longest;
    }
}
