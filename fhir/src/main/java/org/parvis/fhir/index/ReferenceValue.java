package org.parvis.fhir.index;

import org.jspecify.annotations.Nullable;

/**
 * A pointer to a resource, here or elsewhere, or to something known only by an identifier.
 *
 * @param type resource type it leads to, as far as the reference says
 * @param id logical id on this server; null when the reference is absolute or logical
 * @param version version it was made for, null when it follows the current one
 * @param absoluteUrl address elsewhere, or a canonical, without its version
 * @param identifier business identifier that the reference carries, for {@code :identifier}
 */
public record ReferenceValue(
        @Nullable String type,
        @Nullable String id,
        @Nullable String version,
        @Nullable String absoluteUrl,
        @Nullable TokenValue identifier)
        implements IndexValue {}
