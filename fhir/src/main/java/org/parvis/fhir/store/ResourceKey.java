package org.parvis.fhir.store;

import java.util.Comparator;

/** The address of a resource on this server: `Patient/12`. */
public record ResourceKey(String type, String id) implements Comparable<ResourceKey> {

    private static final Comparator<ResourceKey> ORDER =
            Comparator.comparing(ResourceKey::type).thenComparing(ResourceKey::id);

    @Override
    public int compareTo(ResourceKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
