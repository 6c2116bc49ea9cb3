package org.parvis.trace;

import java.util.Optional;
import org.parvis.web.When;

/**
 * Somebody opened a record for an emergency.
 *
 * @param task logical id of the Task that carries it
 * @param name of whoever did
 * @param person the resource that stands for them
 * @param patient logical id of the Patient
 * @param reason as they gave it
 */
public record GlassBreaking(
        String task, String name, String person, String patient, When from, Optional<When> until, String reason) {

    /** Whether this access was made through it. */
    boolean opened(Access access) {
        return access.isEmergency()
                && access.person().filter(person::equals).isPresent()
                && access.patients().contains(patient)
                && !access.when().start().isBefore(from.start())
                && until.map(end -> access.when().start().isBefore(end.start())).orElse(true);
    }
}
