package org.parvis.trace;

import java.util.List;
import java.util.Optional;

/** What a patient reads of the trace: accesses, what they contested, and why the glass was broken. */
public record PatientTrace(Accesses accesses, List<Contest> contests, List<GlassBreaking> breakings) {

    public PatientTrace {
        contests = List.copyOf(contests);
        breakings = List.copyOf(breakings);
    }

    /** The contest of this access, if the patient made one. */
    public Optional<Contest> contest(Access access) {
        return contests.stream()
                .filter(contest -> contest.entry().equals(access.id()))
                .findFirst();
    }

    /** Why it could not wait, as whoever did it said. */
    public Optional<String> reason(Access access) {
        return breakings.stream()
                .filter(breaking -> breaking.opened(access))
                .map(GlassBreaking::reason)
                .filter(reason -> !reason.isBlank())
                .findFirst();
    }
}
