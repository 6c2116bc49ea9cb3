package org.parvis.fhir.search;

import java.util.List;
import org.parvis.fhir.store.Version;

/**
 * All resources of one type that a bulk reading wants. It is read slice by slice; writes that happen meanwhile can take
 * a resource out of it (its version is then later than `upTo`), never put one in or show one twice.
 *
 * @param query conditions on the resources; how it sorts and pages does not count
 * @param but resources found by these are left out, because another sweep reads them
 * @param after only versions made later than this, microseconds since 1970 UTC
 * @param upTo only versions made at this moment or before
 */
public record Sweep(Query query, List<Query> but, long after, long upTo, People people) {

    public Sweep {
        but = List.copyOf(but);
    }

    /** Whose data a sweep wants. */
    public sealed interface People {

        /** Data about anybody and about nobody. */
        record Anybody() implements People {}

        /** Only data about patients, whoever they are. */
        record EveryPatient() implements People {}

        /** Only data about these patients, named by their rids. */
        record Some(List<Long> rids) implements People {

            public Some {
                rids = List.copyOf(rids);
            }
        }
    }

    /**
     * What was read at once.
     *
     * @param position where the next slice begins; empty when this was the last
     */
    public record Slice(List<Version> versions, List<String> position) {

        public Slice {
            versions = List.copyOf(versions);
            position = List.copyOf(position);
        }

        public boolean isLast() {
            return position.isEmpty();
        }
    }
}
