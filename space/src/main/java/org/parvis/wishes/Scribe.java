package org.parvis.wishes;

import java.time.LocalDate;
import java.util.Optional;
import org.parvis.access.Visitor;
import org.parvis.access.Visitor.Audience;
import org.parvis.fhir.access.Purpose;
import org.parvis.records.RecordSheet;
import org.parvis.web.PatientBanner;

/**
 * A professional who notes a wish at the person's request.
 *
 * @param person the resource that stands for them: `Practitioner/12`
 */
record Scribe(String person, String name) {

    private static final int MAJORITY = 18;

    /** The visitor, unless it is their own wish that they note. */
    static Optional<Scribe> of(Visitor visitor, String patient) {
        return isPatient(visitor, patient)
                ? Optional.empty()
                : visitor.caller().person().map(person -> new Scribe(person, visitor.name()));
    }

    /**
     * Whether this visitor may note wishes of this patient, who must be of age. Not whoever represents them in law: neither trusted person nor
     * directives are theirs to choose (CSP art. L. 1111-6, L. 1111-11). Nor in an emergency, when nobody can be asked.
     */
    static boolean mayNote(Visitor visitor, RecordSheet sheet, LocalDate today) {
        return isOfAge(sheet.banner(), today) && mayNote(visitor, sheet.patient());
    }

    static boolean isOfAge(PatientBanner patient, LocalDate today) {
        return patient.birth()
                .map(birth -> !birth.date().day().plusYears(MAJORITY).isAfter(today))
                .orElse(true);
    }

    private static boolean mayNote(Visitor visitor, String patient) {
        if (visitor.audience() != Audience.PROFESSIONAL) {
            return isPatient(visitor, patient);
        }
        return visitor.caller().purpose() != Purpose.EMERGENCY
                && visitor.caller()
                        .permit()
                        .rights()
                        .filter(rights -> rights.writings().stream()
                                .anyMatch(writing -> writing.types().contains(Kind.PERSON.type())))
                        .isPresent();
    }

    private static boolean isPatient(Visitor visitor, String patient) {
        return visitor.caller().person().filter(("Patient/" + patient)::equals).isPresent();
    }
}
