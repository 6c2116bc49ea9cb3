package org.parvis.sharing;

import java.util.Optional;
import org.parvis.web.When;

/**
 * What a patient wants of the sharing of their record: one Consent.
 *
 * @param consent its logical id, and with the version the number of its receipt
 * @param scribe the professional who noted it in the patient's place; empty when the patient chose themselves
 * @param about whom or what it is about, as it is shown; empty for everybody and everything
 * @param stands whether it still holds
 */
public record Choice(
        String consent, String version, Kind kind, String about, When since, Optional<String> scribe, boolean stands) {

    /** Whether it holds though the patient has not made it themselves: they are told, and can undo it. */
    public boolean isInTheirPlace() {
        return stands && scribe.isPresent();
    }

    /** What they chose. */
    public enum Kind {
        AGREES,
        REFUSES,
        REFUSES_SOMEBODY,
        HIDES_DOCUMENT;

        boolean isGeneral() {
            return this == AGREES || this == REFUSES;
        }
    }
}
