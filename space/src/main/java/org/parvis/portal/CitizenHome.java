package org.parvis.portal;

import java.util.List;
import java.util.Optional;
import org.parvis.fhir.access.Basis;
import org.parvis.records.PatientLink;
import org.parvis.web.When;

/**
 * What a patient, or whoever cares for one, arrives at.
 *
 * @param record their own; empty for a carer who is no patient here
 * @param helped the others whose records are open to them
 * @param carers who helps them: names, as their record says
 */
public record CitizenHome(
        String name,
        Optional<String> record,
        List<Line> documents,
        List<Line> appointments,
        List<Line> consents,
        List<String> carers,
        List<Helped> helped,
        List<Announcement> announcements) {

    public CitizenHome {
        documents = List.copyOf(documents);
        appointments = List.copyOf(appointments);
        consents = List.copyOf(consents);
        carers = List.copyOf(carers);
        helped = List.copyOf(helped);
        announcements = List.copyOf(announcements);
    }

    /**
     * Somebody whose record is open to them.
     *
     * @param title by what: guardian, carer
     * @param until the end of it
     */
    public record Helped(PatientLink patient, Optional<Basis> title, Optional<When> until) {}

    /** Something with its date. */
    public record Line(String words, Optional<When> when) {}
}
