package org.parvis.access;

import java.util.List;
import java.util.Set;
import org.parvis.fhir.access.Opening;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.access.Rights;
import org.parvis.fhir.access.Writing;

/**
 * What those of one role family may see and write: a file of `policies/`.
 *
 * @param purposes what they may be here for
 * @param open resource types whose data about nobody they may read
 * @param ownStructure whether the data that their structure wrote are open to them whatever the relation, unless refused
 */
public record Policy(
        String family,
        int version,
        Set<Purpose> purposes,
        Set<String> open,
        boolean ownStructure,
        List<Sight> sees,
        List<Script> writes) {

    public Policy {
        purposes = Set.copyOf(purposes);
        open = Set.copyOf(open);
        sees = List.copyOf(sees);
        writes = List.copyOf(writes);
    }

    /**
     * One thing that they see.
     *
     * @param data what it is, by the names of `data.yaml`
     * @param hidden what of it stays hidden, by the names of `data.yaml`
     * @param purposes for which it is open
     */
    public record Sight(List<String> data, List<String> hidden, Opening opening, Set<Purpose> purposes) {

        public Sight {
            data = List.copyOf(data);
            hidden = List.copyOf(hidden);
            purposes = Set.copyOf(purposes);
        }
    }

    /**
     * One thing that they write.
     *
     * @param data what it is, by the names of `data.yaml`
     * @param purposes for which they may
     */
    public record Script(List<String> data, Writing writing, Set<Purpose> purposes) {

        public Script {
            data = List.copyOf(data);
            purposes = Set.copyOf(purposes);
        }
    }

    /** What they are here for when they do not say: the first of their purposes in the order of {@link Purpose}. */
    Purpose usualPurpose() {
        return purposes.stream().sorted().findFirst().orElseThrow();
    }

    /**
     * The rights of one of them; none but what is open to all of them for a purpose that is not theirs.
     *
     * @param holders the resources that stand for them: `Practitioner/12`, `Organization/3`
     * @param structures logical ids of the Organizations in which they act
     */
    public Rights rights(Set<String> holders, Set<String> structures, Purpose purpose) {
        boolean theirs = purposes.contains(purpose);
        var openings = sees.stream()
                .filter(sight -> theirs && sight.purposes().contains(purpose))
                .map(Sight::opening)
                .toList();
        var writings = writes.stream()
                .filter(script -> theirs && script.purposes().contains(purpose))
                .map(Script::writing)
                .toList();
        return new Rights(holders, ownStructure && theirs ? structures : Set.of(), open, openings, writings, purpose);
    }
}
