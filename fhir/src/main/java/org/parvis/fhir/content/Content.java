package org.parvis.fhir.content;

import java.util.Set;
import java.util.function.Supplier;

/** What stands under a JSON name. */
sealed interface Content {

    /** A primitive value; {@code codes} is the enumeration it must come from, empty when there is none. */
    record Value(Primitive type, Set<String> codes) implements Content {}

    /** A data type or backbone element, compiled when it is first met. */
    record Parts(Supplier<Structure> structure) implements Content {}

    /** A whole resource: contained, entry of a bundle, parameter. */
    enum AnyResource implements Content {
        INSTANCE
    }

    /** The id and extensions of a primitive value, under the value's name with an underscore (R4 json.html#primitive). */
    enum Companion implements Content {
        INSTANCE
    }
}
