package org.parvis.fhir.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a caller may see and write by what they are to each patient, looked up again by every statement.
 *
 * @param holders the resources that stand for the caller: `Practitioner/12`, `Organization/3`
 * @param structures logical ids of the Organizations whose own data are open to them whatever the relation, unless the
 *     patient has refused
 * @param open types whose data about nobody may be read
 * @param openings what relations open; data that none of them opens stay hidden
 * @param writings what relations let them write; nothing else may be written
 * @param purpose what for, since a patient may refuse one purpose alone
 */
public record Rights(
        Set<String> holders,
        Set<String> structures,
        Set<String> open,
        List<Opening> openings,
        List<Writing> writings,
        Purpose purpose) {

    public Rights {
        holders = Set.copyOf(holders);
        structures = Set.copyOf(structures);
        open = Set.copyOf(open);
        openings = List.copyOf(openings);
        writings = List.copyOf(writings);
    }

    /** All types of data that the caller may deal with in some way: of their own structure they see no others either. */
    public Set<String> types() {
        return Stream.of(
                        open.stream(),
                        openings.stream().flatMap(opening -> opening.types().stream()),
                        writings.stream().flatMap(writing -> writing.types().stream()))
                .flatMap(types -> types)
                .collect(Collectors.toSet());
    }
}
