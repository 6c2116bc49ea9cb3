package org.parvis.fhir.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.List;
import java.util.Map;

/** A compiled path, or what remains of it: visits a node and passes on each element it leads to. */
sealed interface Step {

    /** Passes each element that this step leads to from {@code node} to {@code sink}. */
    void visit(JsonNode node, Sink sink);

    /** Takes the elements at the end of a path, with the type that the path gives them. */
    @FunctionalInterface
    interface Sink {
        void accept(FhirType type, JsonNode node);
    }

    /** The end of a path. */
    record Emit(FhirType type) implements Step {
        @Override
        public void visit(JsonNode node, Sink sink) {
            sink.accept(type, node);
        }
    }

    /** Into one member of an object, and into each entry if that is an array. */
    record Into(String member, Step then) implements Step {
        @Override
        public void visit(JsonNode node, Sink sink) {
            var child = node.get(member);
            if (child == null) {
                return;
            }
            if (!child.isArray()) {
                then.visit(child, sink);
                return;
            }
            for (JsonNode entry : child) {
                // A null holds the place of a primitive that only has extensions.
                if (!entry.isNull()) {
                    then.visit(entry, sink);
                }
            }
        }
    }

    /** Each of several ways, in order. */
    record Fork(List<Step> ways) implements Step {
        @Override
        public void visit(JsonNode node, Sink sink) {
            for (Step way : ways) {
                way.visit(node, sink);
            }
        }
    }

    /** On, where a condition holds. */
    record Where(Condition condition, Step then) implements Step {
        @Override
        public void visit(JsonNode node, Sink sink) {
            if (condition.holds(node)) {
                then.visit(node, sink);
            }
        }
    }

    /** On with whether a condition holds. */
    record Truth(Condition condition, Step then) implements Step {
        @Override
        public void visit(JsonNode node, Sink sink) {
            then.visit(BooleanNode.valueOf(condition.holds(node)), sink);
        }
    }

    /** On from one element of a collection, by its place in the whole of it. */
    record Pick(Step collection, int index, Map<FhirType, Step> then) implements Step {
        @Override
        public void visit(JsonNode node, Sink sink) {
            var counter = new Object() {
                private int seen;
            };
            collection.visit(node, (type, element) -> {
                var next = then.get(type);
                if (counter.seen++ == index && next != null) {
                    next.visit(element, sink);
                }
            });
        }
    }
}
