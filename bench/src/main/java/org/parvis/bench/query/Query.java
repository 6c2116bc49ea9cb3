package org.parvis.bench.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parvis.bench.http.Request;

/** One generated search: what is searched, the conditions, how the answer is to be delivered, and its kind for the report. */
public record Query(String path, List<String> parameters, boolean asForm, String kind, Optional<SortBy> sort) {

    private static final int ALL = 5000;
    private static final String COUNT = "_summary=count";

    public Query {
        parameters = List.copyOf(parameters);
    }

    /** The request, with pages large enough unless the search is about pages itself. */
    public Request request() {
        var pages = parameters.stream().anyMatch(parameter -> parameter.startsWith("_count="));
        return pages ? request(parameters) : inOnePage();
    }

    /** The request for all matches at once: the peer loses some between pages when a resource matches twice. */
    public Request inOnePage() {
        var others = new ArrayList<>(parameters);
        others.removeIf(parameter -> parameter.startsWith("_count="));
        if (!countsOnly()) {
            others.add("_count=" + ALL);
        }
        return request(others);
    }

    public boolean countsOnly() {
        return parameters.contains(COUNT);
    }

    /** The same search, with what it counts. */
    public Query showingMatches() {
        var others = new ArrayList<>(parameters);
        others.remove(COUNT);
        return new Query(path, others, asForm, kind, sort);
    }

    private Request request(List<String> all) {
        var query = String.join("&", all);
        return asForm ? Request.searchForm(path, query) : Request.reading(path + "?" + query);
    }

    /** The form in which a report shows the query, and in which explanations match it. */
    @Override
    public String toString() {
        return path + "?" + String.join("&", parameters);
    }

    public String type() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public boolean asksForTotal() {
        return parameters.contains("_total=accurate") || parameters.contains("_summary=count");
    }

    /** Whether the search is within one patient's compartment: "Patient/id/Type". */
    public boolean isInCompartment() {
        return path.contains("/");
    }

    /** The same conditions asked of the whole type, with one more. */
    public Query outsideCompartment(String condition) {
        var more = new ArrayList<>(parameters);
        more.add(condition);
        return new Query(type(), more, asForm, kind, sort);
    }

    /** The first key by which the matches are to come in order: a search parameter of the type searched. */
    public record SortBy(String parameter, boolean descending) {}
}
