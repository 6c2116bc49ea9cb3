package org.parvis.fhir.index;

/** A piece of text as written, compared in its folded form unless {@code :exact} is asked. */
public record StringValue(String exact) implements IndexValue {

    /** The form in which case, accents and spacing no longer count. */
    public String folded() {
        return Folding.fold(exact);
    }
}
