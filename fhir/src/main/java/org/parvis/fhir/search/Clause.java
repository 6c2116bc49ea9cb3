package org.parvis.fhir.search;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.store.ResourceKey;

/** One condition of a query; all clauses of a query must hold. */
sealed interface Clause {

    /**
     * A parameter with alternatives, of which one must hold.
     *
     * @param targetType type named as modifier of a reference, `subject:Patient`
     */
    record Value(
            SearchParam param, Modifier modifier, @Nullable String targetType, List<String> alternatives)
            implements Clause {

        public Value {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** A condition on the resources that a reference leads to, one for each type it may lead to. */
    record Chain(SearchParam reference, List<Target> targets) implements Clause {

        public Chain {
            targets = List.copyOf(targets);
        }
    }

    /** One type at the end of a chained reference, and what must hold there. */
    record Target(String type, Clause clause) {}

    /**
     * A reference leads to one of these resources, found beforehand.
     *
     * @param arePatients whether all of them are patients
     * @param areShared whether some resource names one of them among other patients
     */
    record Targets(SearchParam reference, Set<Long> rids, boolean arePatients, boolean areShared) implements Clause {

        public Targets {
            rids = Set.copyOf(rids);
        }
    }

    /**
     * A condition on resources of another type that refer to this one.
     *
     * @param alsoUnderNobody whether some of those resources may stand under no patient
     */
    record Has(String type, SearchParam reference, Clause clause, boolean alsoUnderNobody) implements Clause {}

    /** The resource is one of these, found beforehand. */
    record Among(Set<Long> rids) implements Clause {

        public Among {
            rids = Set.copyOf(rids);
        }
    }

    /** The logical ids asked for. */
    record Ids(List<String> ids) implements Clause {

        public Ids {
            ids = List.copyOf(ids);
        }
    }

    /** What must not hold. */
    record Not(Clause clause) implements Clause {}

    /** When the current version was made; alternatives as for any date. */
    record Updated(List<String> alternatives) implements Clause {

        public Updated {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** Belongs to the compartment of this resource through one of these parameters. */
    record Compartment(ResourceKey centre, List<SearchParam> params) implements Clause {

        public Compartment {
            params = List.copyOf(params);
        }
    }
}
