package org.parvis.federation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A structure as its professionals' claims name it.
 *
 * @param numbers by which registers know it, the most precise first; never empty
 */
record Workplace(String name, List<NationalNumber> numbers, Address address) {

    /** Under which a place that no register numbers is known here: the same name at the same address is the same place. */
    static final String UNNUMBERED = "urn:parvis:workplace";

    Workplace {
        numbers = numbers.isEmpty() ? List.of(numberFor(name, address)) : List.copyOf(numbers);
    }

    /** Where it is. */
    record Address(String line, String postalCode, String commune) {}

    private static NationalNumber numberFor(String name, Address address) {
        var place = String.join("|", name, address.line, address.postalCode, address.commune);
        return new NationalNumber(
                UNNUMBERED,
                UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
