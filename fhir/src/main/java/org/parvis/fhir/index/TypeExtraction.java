package org.parvis.fhir.index;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How all stored parameters of one resource type are taken from a resource. */
record TypeExtraction(List<Rule> rules) {

    /** One stored parameter and the way to its values. */
    record Rule(SearchParam param, Extractor extractor) {}

    List<Indexed> of(ObjectNode resource) {
        List<Indexed> indexed = new ArrayList<>(rules.size());
        for (Rule rule : rules) {
            var values = new DistinctValues(rule.param, indexed);
            rule.extractor.extract(resource, values);
        }
        return indexed;
    }

    /** Adds the values of one parameter to a list, each once. They are few: comparing beats hashing. */
    private record DistinctValues(SearchParam param, List<Indexed> indexed, int start) implements Consumer<IndexValue> {

        DistinctValues(SearchParam param, List<Indexed> indexed) {
            this(param, indexed, indexed.size());
        }

        @Override
        public void accept(IndexValue value) {
            for (int i = start; i < indexed.size(); i++) {
                if (indexed.get(i).value().equals(value)) {
                    return;
                }
            }
            indexed.add(new Indexed(param, value));
        }
    }
}
