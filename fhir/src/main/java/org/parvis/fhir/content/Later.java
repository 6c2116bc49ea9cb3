package org.parvis.fhir.content;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when it is first asked for, since definitions refer to each other in circles. */
final class Later<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private volatile @Nullable T made;

    Later(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T known = made;
        if (known == null) {
            // Two threads may both make it: the values are equal and immutable.
            known = maker.get();
            made = known;
        }
        return known;
    }
}
