package org.parvis.fhir.store;

import java.util.Comparator;

/** The address of a resource on this server: `Patient/12`. */
public record ResourceKey(String type, String id) implements Comparable<ResourceKey> {

    private static final Comparator<ResourceKey> ORDER =
            Comparator.comparing(ResourceKey::type).thenComparing(ResourceKey::id);

    /** The address that a relative reference names: `Patient/12`. */
    public static ResourceKey of(String reference) {
        int slash = reference.indexOf('/');
        return new ResourceKey(reference.substring(0, slash), reference.substring(slash + 1));
    }

    @Override
    public int compareTo(ResourceKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
