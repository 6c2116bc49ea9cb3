package org.parvis.fhir.store;

import java.util.ArrayList;
import java.util.List;

/** A statement in the making: its text and its arguments, always added together. */
public final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    public Sql() {}

    public Sql(String text, Object... arguments) {
        add(text, arguments);
    }

    /** Adds text whose question marks stand for these arguments. Never put a value from outside into the text. */
    public Sql add(String more, Object... values) {
        text.append(more);
        arguments.addAll(List.of(values));
        return this;
    }

    public Sql add(Sql other) {
        text.append(other.text);
        arguments.addAll(other.arguments);
        return this;
    }

    /** Adds the parts with this text between them. */
    public Sql join(String between, List<Sql> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                text.append(between);
            }
            add(parts.get(i));
        }
        return this;
    }

    /**
     * The same statement, with values that the planner cannot look at: it makes one plan for all of them, instead of
     * finding each time that a plan for these would be cheaper. A limit is better written out: it asks for a quick start.
     */
    public Sql withOnePlan() {
        var opaque = new StringBuilder();
        int next = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) != '?') {
                opaque.append(text.charAt(at));
            } else if (arguments.get(next++) instanceof SqlArray array) {
                opaque.append("(select ?)::").append(array.type()).append("[]");
            } else {
                opaque.append("(select ?)");
            }
        }
        return new Sql(opaque.toString(), arguments.toArray());
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public String text() {
        return text.toString();
    }

    List<Object> arguments() {
        return arguments;
    }
}
