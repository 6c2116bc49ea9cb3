package org.parvis.fhir.subscription;

import java.util.Locale;
import java.util.Optional;

/** How much of each changed resource a notification tells (backport-content-value-set). */
public enum Payload {
    /** That something happened. */
    EMPTY,
    /** What it happened to. */
    ID_ONLY,
    /** The resource as it became. */
    FULL_RESOURCE;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String code() {
        return code;
    }

    /** The payload of this code. */
    public static Optional<Payload> of(String code) {
        for (Payload payload : values()) {
            if (payload.code.equals(code)) {
                return Optional.of(payload);
            }
        }
        return Optional.empty();
    }
}
