package org.parvis.fhir.search;

import java.util.HashSet;
import java.util.Set;
import org.parvis.fhir.index.ParamKind;
import org.parvis.fhir.store.ResourceKey;

/** The resources that a query names, to be looked up together before it is compiled. */
final class Mentions {

    private final String base;
    private final Set<ResourceKey> keys = new HashSet<>();

    private Mentions(String base) {
        this.base = base;
    }

    static Set<ResourceKey> of(Query query, String base) {
        var mentions = new Mentions(base);
        query.clauses().forEach(mentions::add);
        return mentions.keys;
    }

    private void add(Clause clause) {
        switch (clause) {
            case Clause.Value value -> addValue(value);
            case Clause.Chain chain -> chain.targets().forEach(target -> add(target.clause()));
            case Clause.Has has -> add(has.clause());
            case Clause.Not not -> add(not.clause());
            case Clause.Compartment compartment -> keys.add(compartment.centre());
            case Clause.Ids _, Clause.Updated _, Clause.Targets _, Clause.Among _ -> {
                // They name no other resource.
            }
        }
    }

    private void addValue(Clause.Value value) {
        if (value.param().kind() == ParamKind.REFERENCE && value.modifier() == Modifier.NONE) {
            for (String written : value.alternatives()) {
                keys.addAll(
                        ReferenceConditions.keys(base, value.param(), value.targetType(), Values.unescape(written)));
            }
        } else if (value.param().kind() == ParamKind.COMPOSITE) {
            for (String written : value.alternatives()) {
                Values.split(written, '$').forEach(this::addHalf);
            }
        }
    }

    private void addHalf(String half) {
        String[] parts = Values.unescape(half).split("/", -1);
        if (parts.length >= 2) {
            keys.add(new ResourceKey(parts[parts.length - 2], parts[parts.length - 1]));
        }
    }
}
