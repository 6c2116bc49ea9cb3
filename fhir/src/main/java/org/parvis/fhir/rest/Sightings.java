package org.parvis.fhir.rest;

import java.util.ArrayList;
import java.util.List;
import org.parvis.fhir.trace.Entry;

/** What one request was shown, with all entries of its bundle: kept in the trace before the answer leaves. */
final class Sightings {

    private final List<Entry> entries = new ArrayList<>();

    void add(Entry entry) {
        entries.add(entry);
    }

    List<Entry> entries() {
        return entries;
    }
}
