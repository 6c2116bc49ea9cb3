package org.parvis.fhir.export;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The elements that exported resources shall keep, as asked: `name` for all types, `Patient.name` for one. */
record Elements(List<String> asked) {

    Elements {
        asked = List.copyOf(asked);
    }

    /** The elements to keep in resources of this type; empty when they stay whole. */
    Set<String> of(String type) {
        return asked.stream()
                .filter(name -> name.indexOf('.') < 0 || name.startsWith(type + "."))
                .map(name -> name.substring(name.indexOf('.') + 1))
                .collect(Collectors.toUnmodifiableSet());
    }
}
