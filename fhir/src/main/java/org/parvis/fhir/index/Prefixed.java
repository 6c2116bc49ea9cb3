package org.parvis.fhir.index;

/** A searched value taken apart: its prefix ({@code eq} when none is written) and the literal after it. */
public record Prefixed(Prefix prefix, String literal) {

    /** Takes a searched value apart. The literal is not checked here. */
    public static Prefixed parse(String value) {
        return Prefix.startOf(value)
                .map(prefix -> new Prefixed(prefix, value.substring(2)))
                .orElseGet(() -> new Prefixed(Prefix.EQ, value));
    }
}
