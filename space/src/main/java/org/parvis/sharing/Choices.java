package org.parvis.sharing;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parvis.access.Titles;
import org.parvis.access.Visitor;
import org.parvis.access.Visitor.Audience;
import org.parvis.fhir.access.AccessCodes;
import org.parvis.fhir.access.Basis;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Decision;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.springframework.stereotype.Component;

/** What patients choose: made, replaced and withdrawn in their own name, effective with the next request of anybody. */
@Component
class Choices {

    private static final int MOST = 200;

    private static final Set<Basis> TREATING = EnumSet.of(Basis.CIRCLE, Basis.TREATING, Basis.ENCOUNTER, Basis.VISIT);

    private final FhirEndpoint endpoint;
    private final Titles titles;
    private final InstantSource clock;

    Choices(FhirEndpoint endpoint, Titles titles, InstantSource clock) {
        this.endpoint = endpoint;
        this.titles = titles;
        this.clock = clock;
    }

    /** All choices of this patient that the visitor may read, the latest first, with those that hold no longer. */
    List<Choice> of(Visitor visitor, String patient) {
        var found = visitor.at(endpoint)
                .search("Consent?patient=%s&category=%s%%7C%s&_sort=-date&_count=%d"
                        .formatted(patient, AccessCodes.SYSTEM, AccessCodes.SHARING, MOST));
        return found.matches().stream()
                .flatMap(consent -> ChoiceResources.choice(consent).stream())
                .toList();
    }

    /** Agrees to share, or refuses; what was chosen before for everybody holds no longer. */
    void decide(Visitor visitor, String patient, boolean agrees) {
        of(visitor, patient).stream()
                .filter(choice -> choice.stands() && choice.kind().isGeneral())
                .forEach(choice -> withdraw(visitor, patient, choice.consent()));
        store(visitor).create(ChoiceResources.general(patient, agrees, clock.instant()));
    }

    /**
     * Notes what the patient said to this professional. What the patient chose themselves stays beside it: once they undo
     * what was noted, all is as it was, and a refusal of theirs is nobody else's to lift.
     */
    void note(Visitor professional, String patient, boolean agrees) {
        Caller caller = professional.caller();
        if (treats(professional, patient)) {
            // A refusal hides itself from whoever notes it: the store takes none that its writer may not see.
            var scribe = new Caller(
                    caller.name(), caller.person(), caller.organisation(), caller.purpose(), Permit.everything());
            endpoint.as(scribe)
                    .from(professional.origin())
                    .create(ChoiceResources.notedBy(
                            ChoiceResources.general(patient, agrees, clock.instant()),
                            caller.person().orElseThrow(),
                            professional.name()));
        }
    }

    private boolean treats(Visitor professional, String patient) {
        return titles.why(professional, "Patient/" + patient) instanceof Decision.Open(var relation)
                && relation.filter(known -> TREATING.contains(known.basis())).isPresent();
    }

    /** Whether this visitor may note choices in the place of those whom they treat; in an emergency nobody can be asked. */
    static boolean mayNote(Visitor visitor) {
        return visitor.audience() == Audience.PROFESSIONAL
                && visitor.caller().purpose() != Purpose.EMERGENCY
                && visitor.caller()
                        .permit()
                        .rights()
                        .filter(rights -> rights.writings().stream()
                                .anyMatch(writing -> writing.types().contains("Consent")))
                        .isPresent();
    }

    void refuse(Visitor visitor, String patient, String reference, String name) {
        store(visitor).create(ChoiceResources.against(patient, reference, name, clock.instant()));
    }

    /** Hides a document that the visitor can see; whether there is one. */
    boolean hide(Visitor visitor, String patient, String document) {
        var title = store(visitor)
                .read("DocumentReference", document)
                .filter(found -> isAbout(found.path("subject").path("reference").asText(), patient))
                .map(found -> found.path("description")
                        .asText(found.path("content")
                                .path(0)
                                .path("attachment")
                                .path("title")
                                .asText()));
        title.ifPresent(words -> store(visitor)
                .create(ChoiceResources.hiding(patient, "DocumentReference/" + document, words, clock.instant())));
        return title.isPresent();
    }

    /** Takes a choice back; nothing when there is none of this patient. */
    void withdraw(Visitor visitor, String patient, String consent) {
        store(visitor)
                .read("Consent", consent)
                .filter(found -> isAbout(found.path("patient").path("reference").asText(), patient))
                .ifPresent(found -> store(visitor).update(ChoiceResources.withdrawn(found)));
    }

    /** What stands for everybody. */
    static Optional<Choice> general(List<Choice> choices) {
        return choices.stream()
                .filter(choice -> choice.stands() && choice.kind().isGeneral())
                .findFirst();
    }

    private StoreClient store(Visitor visitor) {
        return visitor.at(endpoint);
    }

    private static boolean isAbout(String reference, String patient) {
        return reference.equals("Patient/" + patient);
    }
}
