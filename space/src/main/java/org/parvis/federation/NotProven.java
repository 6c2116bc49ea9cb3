package org.parvis.federation;

import java.util.Locale;

/** Why somebody who was sent to an identity provider is not let in. */
public enum NotProven {
    /** They gave up there, or were refused there. */
    DENIED,
    /** They did not leave from here with this browser, or too long ago, or came back before. */
    STALE,
    /** The answer is not to the question that this server asked, or comes from another provider. */
    MISMATCHED,
    /** What came back was not signed, timed or addressed as it must be. */
    UNTRUSTED,
    /** They proved less than is needed. */
    TOO_WEAK,
    /** The provider does not say who they are. */
    UNNAMED,
    /** Their establishment knows them, and gives them no role here. */
    WITHOUT_ROLE,
    /** The provider does not answer, or not as one does. */
    UNREACHABLE,
    /** Their account was suspended or closed. */
    ENDED;

    /** The French sentence that tells it. */
    public String words() {
        return "federation.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
