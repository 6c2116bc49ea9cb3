package org.parvis.trace;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.access.Purpose;
import org.parvis.web.When;

/**
 * One access to somebody's data, as it is told to them.
 *
 * @param id of the entry in the trace
 * @param name of whoever did it
 * @param person the resource that stands for them, such as `Practitioner/12`
 * @param structure logical id of the Organization for which they did it
 * @param behalf whether they acted for the patient, who opened the record to them or whom they represent
 * @param kinds what sorts of data were shown or changed
 * @param patients logical ids of those whose data they were
 * @param refused whether it was refused to them
 * @param detail the search or the address
 */
public record Access(
        String id,
        When when,
        String name,
        Optional<String> person,
        Optional<String> structure,
        boolean behalf,
        Optional<String> address,
        Deed deed,
        Set<Kind> kinds,
        List<String> patients,
        Optional<Purpose> purpose,
        boolean refused,
        String detail) {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm", Locale.FRANCE).withZone(ZoneId.of("Europe/Paris"));

    public Access {
        // In the order in which they are told.
        kinds = kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds);
        patients = List.copyOf(patients);
    }

    /** The time of its day, such as "08:30". */
    public String hour() {
        return HOUR.format(when.start());
    }

    public boolean isEmergency() {
        return purpose.filter(Purpose.EMERGENCY::equals).isPresent();
    }

    /** Whether this patient did it themselves. */
    public boolean isBy(String patient) {
        return person.filter(("Patient/" + patient)::equals).isPresent();
    }
}
