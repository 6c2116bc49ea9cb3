package org.parvis.fhir.index;

import com.fasterxml.jackson.databind.JsonNode;

/** A compiled criterion: holds at a node or not. */
sealed interface Condition {

    boolean holds(JsonNode node);

    /** The path leads somewhere. */
    record Exists(Step path) implements Condition {
        @Override
        public boolean holds(JsonNode node) {
            return Count.of(path, node, "").all > 0;
        }
    }

    /** The path leads to this value and to nothing else: FHIRPath compares whole collections. */
    record Equals(Step path, String text) implements Condition {
        @Override
        public boolean holds(JsonNode node) {
            var count = Count.of(path, node, text);
            return count.all == 1 && count.equal == 1;
        }
    }

    /** The path leads somewhere, but not to this value alone. */
    record Differs(Step path, String text) implements Condition {
        @Override
        public boolean holds(JsonNode node) {
            var count = Count.of(path, node, text);
            return count.all > 1 || count.equal < count.all;
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

    /** How many elements a path leads to, and how many of them are the value asked for. */
    final class Count {

        private int all;
        private int equal;

        private Count() {}

        static Count of(Step path, JsonNode node, String text) {
            var count = new Count();
            path.visit(node, (type, element) -> {
                count.all++;
                count.equal += element.asText().equals(text) ? 1 : 0;
            });
            return count;
        }
    }
}
