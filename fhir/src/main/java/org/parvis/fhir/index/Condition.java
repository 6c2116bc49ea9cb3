package org.parvis.fhir.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/** A compiled criterion: holds at a node or not. */
sealed interface Condition {

    boolean holds(JsonNode node);

    /** The path leads somewhere. */
    record Exists(Step path) implements Condition {
        @Override
        public boolean holds(JsonNode node) {
            return any(path, node, text -> true);
        }
    }

    /** The path leads to this value. */
    record Equals(Step path, String text) implements Condition {
        @Override
        public boolean holds(JsonNode node) {
            return any(path, node, text::equals);
        }
    }

    /** The path leads to another value than this. */
    record Differs(Step path, String text) implements Condition {
        @Override
        public boolean holds(JsonNode node) {
            return any(path, node, found -> !found.equals(text));
        }
    }

    record Both(Condition left, Condition right) implements Condition {
        @Override
        public boolean holds(JsonNode node) {
            return left.holds(node) && right.holds(node);
        }
    }

    record Either(Condition left, Condition right) implements Condition {
        @Override
        public boolean holds(JsonNode node) {
            return left.holds(node) || right.holds(node);
        }
    }

    record Fails(Condition condition) implements Condition {
        @Override
        public boolean holds(JsonNode node) {
            return !condition.holds(node);
        }
    }

    /** The node is a reference that says it leads to this type. */
    record LeadsTo(String type) implements Condition {
        @Override
        public boolean holds(JsonNode node) {
            return References.read(node).map(found -> type.equals(found.type())).orElse(false);
        }
    }

    private static boolean any(Step path, JsonNode node, Predicate<String> wanted) {
        var found = new Object() {
            private boolean yes;
        };
        path.visit(node, (type, element) -> found.yes |= wanted.test(element.asText()));
        return found.yes;
    }
}
