package org.parvis.fhir.search;

import java.util.List;

/** The codes of value sets, for `:in` and `:not-in`. */
@FunctionalInterface
interface CodeSets {

    /** One code of a value set. */
    record Code(String system, String code) {}

    /**
     * All codes of the value set at this address.
     *
     * @throws org.parvis.fhir.outcome.Refusal 400 when it is not here or cannot be listed
     */
    List<Code> codes(String valueSet);
}
