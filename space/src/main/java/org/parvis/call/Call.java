package org.parvis.call;

import java.time.Instant;
import java.util.Optional;

/**
 * What a software asks: open this patient's record for this person.
 *
 * @param id its own, by which it is used once
 * @param person an identifier of whoever is to see it: {@code https://rpps.esante.gouv.fr|10101201234}
 * @param patient an identifier of the patient, INS or local, written alike
 * @param back where to lead back to
 */
record Call(
        Software software,
        String id,
        String person,
        String patient,
        Optional<String> back,
        Instant made,
        Instant ends) {}
