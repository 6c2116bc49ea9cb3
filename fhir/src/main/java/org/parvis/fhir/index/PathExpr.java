package org.parvis.fhir.index;

import java.util.List;

/** A search parameter's path in the part of FHIRPath that Parvis compiles; anything beyond is left to HAPI's engine. */
sealed interface PathExpr {

    /** Where evaluation starts: {@code $this}, or nothing before the first name. */
    record Focus() implements PathExpr {}

    /** The focus, if it is of this type: the {@code Observation} of {@code Observation.code}. */
    record Typed(String type) implements PathExpr {}

    record Child(PathExpr of, String name) implements PathExpr {}

    /** The element at this place of the whole collection: {@code entry[0]}, {@code first()}. */
    record At(PathExpr of, int index) implements PathExpr {}

    /** Those of this type: {@code as Quantity}, {@code as(Quantity)}, {@code ofType(Quantity)}. */
    record OfType(PathExpr of, String type) implements PathExpr {}

    /** References that lead to this type: {@code where(resolve() is Patient)}. */
    record LeadingTo(PathExpr of, String type) implements PathExpr {}

    record Where(PathExpr of, PathExpr criterion) implements PathExpr {}

    record Extension(PathExpr of, String url) implements PathExpr {}

    record Union(List<PathExpr> alternatives) implements PathExpr {}

    record Exists(PathExpr of) implements PathExpr {}

    record Not(PathExpr of) implements PathExpr {}

    record Equal(PathExpr left, Literal right) implements PathExpr {}

    record Unequal(PathExpr left, Literal right) implements PathExpr {}

    record And(PathExpr left, PathExpr right) implements PathExpr {}

    record Or(PathExpr left, PathExpr right) implements PathExpr {}

    /** A string or boolean as JSON prints it, without quotes. */
    record Literal(String text) {}
}
