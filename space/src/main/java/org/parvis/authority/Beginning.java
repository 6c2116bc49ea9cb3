package org.parvis.authority;

import java.util.List;
import java.util.Optional;
import org.parvis.records.PatientLink;

/** On whom an application begins to act. */
public sealed interface Beginning {

    /** On nobody: it does not ask about one patient. */
    record OnNobody() implements Beginning {}

    /** On this patient. */
    record On(Candidate whom) implements Beginning {}

    /** On one whom the person has yet to choose among these. */
    record ToChoose(List<Candidate> candidates) implements Beginning {
        public ToChoose {
            candidates = List.copyOf(candidates);
        }
    }

    /** The record from which it was opened is not known any more, or was somebody else's to open. */
    record Lost() implements Beginning {}

    /**
     * A patient whose record the person may open.
     *
     * @param id of the Patient
     */
    record Candidate(String id, PatientLink patient) {}

    /** The patient, once there is one. */
    default Optional<String> patient() {
        return this instanceof On(var whom) ? Optional.of(whom.id()) : Optional.empty();
    }

    /** Whether the person has nothing left to choose, and nothing went wrong. */
    default boolean isSettled() {
        return this instanceof On || this instanceof OnNobody;
    }
}
