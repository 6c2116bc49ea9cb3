package org.parvis.fhir.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Takes the values of one parameter from a resource. */
sealed interface Extractor {

    void extract(ObjectNode resource, Consumer<IndexValue> values);

    /** A path walked over the tree, whose elements one reader reads. */
    record Simple(Step path, ValueReader reader) implements Extractor {
        @Override
        public void extract(ObjectNode resource, Consumer<IndexValue> values) {
            path.visit(resource, (type, node) -> reader.readIfOfKind(type, node, values));
        }
    }

    /** Two paths walked from each shared element, whose values are paired. */
    record Composite(Step shared, Map<FhirType, Halves> halves) implements Extractor {

        record Halves(Half first, Half second) {}

        record Half(Step path, ValueReader reader) {
            List<IndexValue> values(JsonNode element) {
                List<IndexValue> values = new ArrayList<>(2);
                path.visit(element, (type, node) -> reader.readIfOfKind(type, node, values::add));
                return values;
            }
        }

        @Override
        public void extract(ObjectNode resource, Consumer<IndexValue> values) {
            shared.visit(resource, (type, element) -> {
                var found = halves.get(type);
                if (found != null) {
                    pair(found, element, values);
                }
            });
        }

        private static void pair(Halves halves, JsonNode element, Consumer<IndexValue> values) {
            var firsts = halves.first.values(element);
            if (firsts.isEmpty()) {
                return;
            }
            for (IndexValue second : halves.second.values(element)) {
                firsts.forEach(first -> values.accept(new PairValue(first, second)));
            }
        }
    }

    /** Several ways to values of one parameter. */
    record Several(List<Extractor> ways) implements Extractor {
        @Override
        public void extract(ObjectNode resource, Consumer<IndexValue> values) {
            ways.forEach(way -> way.extract(resource, values));
        }
    }

    /** An expression beyond what is compiled, evaluated by HAPI's engine. */
    record Evaluated(FhirPathFallback.Prepared expression, ValueReader reader) implements Extractor {
        @Override
        public void extract(ObjectNode resource, Consumer<IndexValue> values) {
            expression.evaluate(resource, (type, node) -> reader.readIfOfKind(type, node, values));
        }
    }
}
