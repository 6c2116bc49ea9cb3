package org.parvis.fhir.index;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

    /** Adds the values of one parameter to a list, each once. They are few, but for the targets of a Provenance. */
    private static final class DistinctValues implements Consumer<IndexValue> {

        /** Up to here comparing with each beats hashing. */
        private static final int FEW = 8;

        private final SearchParam param;
        private final List<Indexed> indexed;
        private final int start;
        private @Nullable Set<IndexValue> many;

        DistinctValues(SearchParam param, List<Indexed> indexed) {
            this.param = param;
            this.indexed = indexed;
            this.start = indexed.size();
        }

        @Override
        public void accept(IndexValue value) {
            if (isNew(value)) {
                indexed.add(new Indexed(param, value));
            }
        }

        private boolean isNew(IndexValue value) {
            if (indexed.size() - start < FEW) {
                return isUnlikeAll(value);
            }
            if (many == null) {
                many = new HashSet<>(indexed.size());
                for (Indexed known : indexed.subList(start, indexed.size())) {
                    many.add(known.value());
                }
            }
            return many.add(value);
        }

        private boolean isUnlikeAll(IndexValue value) {
            for (int i = start; i < indexed.size(); i++) {
                if (indexed.get(i).value().equals(value)) {
                    return false;
                }
            }
            return true;
        }
    }
}
