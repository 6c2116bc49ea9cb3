package org.parvis.fhir.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.parvis.fhir.trace.Action;

/**
 * One interaction: which requests ask for it, what answers them, and how the CapabilityStatement tells of it.
 *
 * @param shape the parts of the address (R4 http.html, 3.1.0.0.1): `{type}` and `{id}` stand for any type and any id,
 *     other braces for any part that begins with neither `$` nor `_`, everything else for itself
 * @param traced how the trace tells of it; absent when it shows nobody's data, or changes them: changes are told in their
 *     own transaction
 */
record Route(
        Set<String> methods, List<String> shape, Told told, Optional<Action> traced, Function<Call, Answer> answer) {

    static final String TYPE = "{type}";
    static final String ID = "{id}";

    /** How the CapabilityStatement tells of an interaction. */
    sealed interface Told {

        /** By its codes in R4's list, `history-type`. */
        record ByCode(List<String> codes) implements Told {}

        /** As an operation of this name and definition. */
        record AsOperation(String name, String definition) implements Told {}

        /** Not at all: it is part of another interaction, or none of FHIR's. */
        record Nowhere() implements Told {}
    }

    /** An interaction of R4's own; several codes and methods are separated by spaces. */
    static Route interaction(String codes, String methods, String shape, Function<Call, Answer> answer) {
        return new Route(
                words(methods), parts(shape), new Told.ByCode(List.of(codes.split(" ", -1))), Optional.empty(), answer);
    }

    /** An operation, named by the last part of its address. */
    static Route operation(String definition, String methods, String shape, Function<Call, Answer> answer) {
        List<String> parts = parts(shape);
        return new Route(
                words(methods),
                parts,
                new Told.AsOperation(parts.getLast().substring(1), definition),
                Optional.empty(),
                answer);
    }

    /** What the CapabilityStatement does not tell of. */
    static Route untold(String methods, String shape, Function<Call, Answer> answer) {
        return new Route(words(methods), parts(shape), new Told.Nowhere(), Optional.empty(), answer);
    }

    /** The same interaction, told in the trace as this. */
    Route tracedAs(Action action) {
        return new Route(methods, shape, told, Optional.of(action), answer);
    }

    /** The type of resource that a call asks for; empty when the address names none. */
    String type(Call call) {
        for (int i = shape.size() - 1; i >= 0; i--) {
            if (shape.get(i).equals(TYPE) || Character.isUpperCase(shape.get(i).charAt(0))) {
                return call.segment(i);
            }
        }
        return "";
    }

    boolean isAt(List<String> segments) {
        if (segments.size() != shape.size()) {
            return false;
        }
        for (int i = 0; i < shape.size(); i++) {
            String part = shape.get(i);
            if (isOpen(part) ? isReserved(segments.get(i)) : !part.equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** How many parts of the shape stand for others. */
    long openness() {
        return shape.stream().filter(Route::isOpen).count();
    }

    /** Whether it is an interaction of this type, or of every type. */
    boolean isOf(String type) {
        return !shape.isEmpty()
                && (shape.getFirst().equals(TYPE) || shape.getFirst().equals(type));
    }

    /** Whether it is an interaction of the whole system. */
    boolean isOfSystem() {
        return shape.isEmpty()
                || !(isOpen(shape.getFirst())
                        || Character.isUpperCase(shape.getFirst().charAt(0)));
    }

    private static boolean isOpen(String part) {
        return part.startsWith("{");
    }

    private static boolean isReserved(String segment) {
        return segment.startsWith("$") || segment.startsWith("_");
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" ", -1));
    }

    private static List<String> parts(String shape) {
        return shape.isEmpty() ? List.of() : List.of(shape.split("/", -1));
    }
}
