package org.parvis.sharing;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.parvis.access.Visitor;
import org.parvis.fhir.access.AccessCodes;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.springframework.stereotype.Component;

/** What patients choose: made, replaced and withdrawn in their own name, effective with the next request of anybody. */
@Component
class Choices {

    private static final int MOST = 200;

    private final FhirEndpoint endpoint;
    private final InstantSource clock;

    Choices(FhirEndpoint endpoint, InstantSource clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** All choices of this patient that the visitor may read, the latest first, with those that hold no longer. */
    List<Choice> of(Visitor visitor, String patient) {
        var found = endpoint.as(visitor.caller())
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
        return endpoint.as(visitor.caller());
    }

    private static boolean isAbout(String reference, String patient) {
        return reference.equals("Patient/" + patient);
    }
}
