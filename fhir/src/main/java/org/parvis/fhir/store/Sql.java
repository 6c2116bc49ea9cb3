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
