package org.parvis.web;

import java.util.List;
import java.util.Optional;

/**
 * Whoever reads a page, as its header shows them.
 *
 * @param operates whether they run Parvis
 * @param workplaces where they can act, when they work in several structures or in one
 */
public record Guest(String name, boolean operates, List<Workplace> workplaces) {

    public Guest {
        workplaces = List.copyOf(workplaces);
    }

    /**
     * A structure in which somebody works.
     *
     * @param position what the form that switches to it sends
     * @param title what they are there
     * @param current whether they act there now
     */
    public record Workplace(String position, String structure, String title, boolean current) {}

    /** Where they act now. */
    public Optional<Workplace> workplace() {
        return workplaces.stream().filter(Workplace::current).findFirst();
    }
}
