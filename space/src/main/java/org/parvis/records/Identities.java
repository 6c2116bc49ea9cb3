package org.parvis.records;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.web.PatientBanner;
import org.parvis.web.PatientBanner.Warning;

/** Whose record it is, with the allergies that whoever opens it must know. */
final class Identities {

    private static final int SHOWN = 4;

    private Identities() {}

    /** The banner of this patient; empty when there is none for this caller. */
    static Optional<PatientBanner> of(StoreClient store, String patient) {
        return store.read("Patient", patient)
                .map(resource -> IdentityResources.banner(resource, allergies(store, patient)));
    }

    private static List<Warning> allergies(StoreClient store, String patient) {
        var words = FactResources.allergies(store, patient).stream()
                .flatMap(allergy -> FactResources.code(allergy).stream())
                .distinct()
                .toList();
        var shown = words.stream().limit(SHOWN).map(name -> new Warning(Warning.Kind.ALLERGY, name));
        return words.size() > SHOWN
                ? Stream.concat(shown, Stream.of(new Warning(Warning.Kind.ALLERGY, "…")))
                        .toList()
                : shown.toList();
    }
}
