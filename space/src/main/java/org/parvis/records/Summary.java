package org.parvis.records;

import java.util.List;

/** What matters about a patient now, on one page. */
public record Summary(
        List<Fact> allergies,
        List<Fact> problems,
        List<Fact> treatments,
        List<Result> results,
        List<Member> circle,
        List<Part> parts) {

    public Summary {
        allergies = List.copyOf(allergies);
        problems = List.copyOf(problems);
        treatments = List.copyOf(treatments);
        results = List.copyOf(results);
        circle = List.copyOf(circle);
        parts = List.copyOf(parts);
    }

    /** What a {@link SummaryPart} says of this patient. */
    public record Part(String words, String tab, List<Fact> facts) {}
}
