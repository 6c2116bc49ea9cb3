package org.parvis.sharing;

import org.parvis.web.When;

/**
 * What a patient wants of the sharing of their record: one Consent.
 *
 * @param consent its logical id, and with the version the number of its receipt
 * @param about whom or what it is about, as it is shown; empty for everybody and everything
 * @param stands whether it still holds
 */
public record Choice(String consent, String version, Kind kind, String about, When since, boolean stands) {

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
