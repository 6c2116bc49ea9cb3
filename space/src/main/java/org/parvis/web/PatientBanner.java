package org.parvis.web;

import java.util.List;
import java.util.Optional;

/**
 * Whose page this is, said the same way on each of them, and why the reader may see it.
 *
 * @param address of the patient's record
 * @param firstNames all of them, as at birth
 * @param usedName family and first name by which the person goes, when they differ
 * @param ins the INS number, only of a qualified identity
 * @param reason why the reader may see this record; empty when the page gives no access to it
 */
public record PatientBanner(
        String address,
        String birthName,
        String firstNames,
        Optional<String> usedName,
        Optional<Birth> birth,
        Sex sex,
        Identity identity,
        Optional<String> ins,
        List<Warning> alerts,
        Optional<Reason> reason) {

    public PatientBanner {
        alerts = List.copyOf(alerts);
        if (ins.isPresent() && identity != Identity.QUALIFIED) {
            // RNIV: health data are indexed by the INS of a qualified identity, and by no other.
            throw new IllegalArgumentException("The INS of an identity that is not qualified must not be shown");
        }
    }

    /** The same, for a reader who sees the record for this reason. */
    public PatientBanner seenBy(Optional<Reason> why) {
        return new PatientBanner(address, birthName, firstNames, usedName, birth, sex, identity, ins, alerts, why);
    }

    /** Administrative sex. */
    public enum Sex {
        FEMALE,
        MALE,
        OTHER,
        UNKNOWN
    }

    /** How far an identity can be trusted: the four exclusive states of the French national reference (RNIV). */
    public enum Identity {
        PROVISIONAL,
        RETRIEVED,
        VALIDATED,
        QUALIFIED
    }

    /** What whoever treats this person must know at once. */
    public record Warning(Kind kind, String words) {

        /** Whether its words name its kind already: "Allergie à la pénicilline". */
        public boolean names(String kindWords) {
            return words.startsWith(kindWords);
        }

        /** What it is about. */
        public enum Kind {
            ALLERGY,
            /** Another person has nearly the same identity. */
            HOMONYM,
            DOUBTFUL,
            DECEASED,
            MASKED,
            OTHER
        }
    }

    /** By which title the reader sees this record, and until when. */
    public record Reason(String words, Optional<When> until) {}
}
