package org.parvis.federation;

import java.util.Locale;
import org.parvis.access.Secret;

/** What a gateway is answered that announces somebody. */
public sealed interface NetworkAnswer {

    /** They may come: their browser shows this once, within a minute. */
    record Expected(Secret pass) implements NetworkAnswer {}

    /** They may not. */
    record Refused(Reason reason) implements NetworkAnswer {}

    /** Why a statement is not believed. */
    enum Reason {
        /** The certificate stands for no gateway, or no longer. */
        UNKNOWN_GATEWAY,
        UNREADABLE,
        /** The key of the certificate did not sign it, or it names another certificate. */
        ALTERED,
        OTHER_SPACE,
        /** It has ended, has not begun, or lives longer than a minute. */
        OUT_OF_TIME,
        /** It has served before. */
        REPLAYED,
        UNKNOWN_ROLE;

        /** As machines are told it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
