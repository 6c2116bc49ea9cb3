package org.parvis.federation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

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

    private static final Set<NotProven> TOLD_CITIZENS_OTHERWISE = EnumSet.of(TOO_WEAK, UNNAMED, ENDED);

    /** The French sentence that tells it to whoever came by this provider: citizens have other means and other helpers. */
    public String words(String provider) {
        var words = "federation.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        return provider.equals(CitizenProvider.KEY) && TOLD_CITIZENS_OTHERWISE.contains(this)
                ? words + ".citizen"
                : words;
    }
}
