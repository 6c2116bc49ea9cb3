package org.parvis.records;

import java.util.Optional;

/**
 * Someone who takes part in a patient's care, or is close to them.
 *
 * @param role what they are for the patient, when it is said: "Infirmière coordinatrice"
 * @param reach how to reach them: a telephone number
 */
public record Member(Kind kind, String name, Optional<String> role, Optional<String> reach) {

    /** As what someone is in the circle. */
    public enum Kind {
        DOCTOR,
        TEAM,
        RELATIVE
    }
}
