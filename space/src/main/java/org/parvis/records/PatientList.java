package org.parvis.records;

import java.util.List;
import java.util.Optional;
import org.parvis.web.ListAddress;
import org.parvis.web.PatientBanner;

/**
 * A page of the patients whose records are open to a visitor.
 *
 * @param next where the following ones are
 */
public record PatientList(ListAddress address, List<PatientBanner> patients, Optional<ListAddress> next) {

    public PatientList {
        patients = List.copyOf(patients);
    }
}
