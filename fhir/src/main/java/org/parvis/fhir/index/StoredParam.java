package org.parvis.fhir.index;

import org.jspecify.annotations.Nullable;

/**
 * Where the values of a search parameter are kept: under this code of the same resource type, and if {@code targetType}
 * is given, only those that refer to that type.
 */
public record StoredParam(String code, @Nullable String targetType) {

    /** All values kept under this code. */
    public static StoredParam whole(String code) {
        return new StoredParam(code, null);
    }
}
