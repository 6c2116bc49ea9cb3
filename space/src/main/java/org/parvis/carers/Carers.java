package org.parvis.carers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.parvis.access.Relatives;
import org.parvis.access.Secret;
import org.parvis.access.Visitor;
import org.parvis.fhir.access.AccessCodes;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.web.When;
import org.springframework.stereotype.Component;

/** Whom patients open their record to: invited, renewed and sent away in the patient's own name, at once. */
@Component
class Carers {

    private final FhirEndpoint endpoint;
    private final Relatives relatives;
    private final InstantSource clock;

    Carers(FhirEndpoint endpoint, Relatives relatives, InstantSource clock) {
        this.endpoint = endpoint;
        this.relatives = relatives;
        this.clock = clock;
    }

    /** All whom this patient ever opened something to, as far as the visitor may read it, the latest first. */
    List<Carer> of(Visitor visitor, String patient) {
        var delegations = store(visitor).search(CarerResources.query(patient)).matches();
        var people = people(visitor, patient);
        Set<String> known =
                relatives.known(delegations.stream().map(CarerResources::person).collect(Collectors.toSet()));
        return delegations.stream()
                .map(delegation -> CarerResources.carer(
                        delegation, named(people, CarerResources.person(delegation)), known, today()))
                .toList();
    }

    /** Opens some of the record to somebody who comes in by this secret. */
    Secret invite(Visitor visitor, String patient, CarerForm form) {
        var person = "RelatedPerson/"
                + store(visitor)
                        .create(CarerResources.person(patient, form, UUID.randomUUID()))
                        .path("id")
                        .asText();
        var share = Share.at(form.share()).orElseThrow();
        var until = CarerForm.lastDay(form.until(), today()).orElseThrow();
        store(visitor).create(CarerResources.delegation(patient, person, form.name(), share, until, clock.instant()));
        return relatives.invite(person, form.name(), form.mail());
    }

    /** Has it last until this day. */
    void renew(Visitor visitor, String patient, String delegation, LocalDate until) {
        delegation(visitor, patient, delegation)
                .ifPresent(found -> store(visitor).update(CarerResources.renewed(found, until)));
    }

    /** Takes it back; who was invited and has not come in yet can come in no more. */
    void revoke(Visitor visitor, String patient, String delegation) {
        delegation(visitor, patient, delegation).ifPresent(found -> {
            store(visitor).update(CarerResources.revoked(found));
            relatives.uninvite(CarerResources.person(found));
        });
    }

    LocalDate today() {
        return When.at(clock.instant()).day();
    }

    private Optional<ObjectNode> delegation(Visitor visitor, String patient, String id) {
        return store(visitor)
                .read("Consent", id)
                .filter(found ->
                        found.path("patient").path("reference").asText().equals("Patient/" + patient))
                .filter(found -> found.path("category")
                        .path(0)
                        .path("coding")
                        .path(0)
                        .path("code")
                        .asText()
                        .equals(AccessCodes.DELEGATION));
    }

    private List<ObjectNode> people(Visitor visitor, String patient) {
        return store(visitor)
                .search("RelatedPerson?patient=%s&_count=200".formatted(patient))
                .matches();
    }

    private static Optional<ObjectNode> named(List<ObjectNode> people, String reference) {
        return people.stream()
                .filter(person ->
                        reference.equals("RelatedPerson/" + person.path("id").asText()))
                .findFirst();
    }

    private StoreClient store(Visitor visitor) {
        return visitor.at(endpoint);
    }
}
