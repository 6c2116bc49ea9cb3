package org.parvis.certificates;

import java.time.Instant;
import java.util.UUID;

/**
 * A certificate that stands for a structure.
 *
 * @param structure logical id of its Organization
 * @param structureName as it is shown
 * @param name what it is used for, in the words of whoever declared it
 * @param subject whom its authority certified, as it is written there
 * @param issuer the authority
 * @param fingerprint of the certificate that was declared
 * @param renewed whether any later one of the same subject and issuer stands for the structure too
 * @param endsAt when the certificate that was declared ends
 */
public record Declared(
        UUID id,
        String structure,
        String structureName,
        Use use,
        String name,
        String subject,
        String issuer,
        String fingerprint,
        boolean renewed,
        Instant endsAt) {

    /** What a certificate is shown for. */
    public enum Use {
        /** Software asks the store in the structure's name. */
        SOFTWARE,
        /** The structure's network vouches for the people at its workstations. */
        GATEWAY
    }
}
