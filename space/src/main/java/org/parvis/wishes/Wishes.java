package org.parvis.wishes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.parvis.access.Visitor;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.wishes.Noted.State;
import org.springframework.stereotype.Component;

/** What people want: noted, replaced, withdrawn and taken up again, in the name of whoever does it. */
@Component
class Wishes {

    private static final Comparator<Noted> LATEST = Comparator.comparing(Noted::stands)
            .thenComparing(noted -> noted.since().orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed();

    private final FhirEndpoint endpoint;
    private final InstantSource clock;

    Wishes(FhirEndpoint endpoint, InstantSource clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** All wishes of this patient that the visitor may read. */
    Register of(Visitor visitor, String patient) {
        return new Register(
                found(
                        visitor,
                        TrustedPersonResources.query(patient),
                        TrustedPersonResources::person,
                        TrustedPerson::noted),
                found(visitor, DirectivesResources.query(patient), DirectivesResources::directives, Directives::noted),
                found(visitor, OrganWordResources.query(patient), OrganWordResources::word, OrganWord::noted));
    }

    /** Has this person speak for the patient from now on, and no longer whoever did before. */
    void designate(Visitor visitor, String patient, PersonForm form) {
        note(
                visitor,
                patient,
                Kind.PERSON,
                TrustedPersonResources.of(patient, form, UUID.randomUUID(), clock.instant()));
    }

    /** Keeps directives in the patient's words. */
    void write(Visitor visitor, String patient, String words) {
        var directives = DirectivesResources.text(patient, words, clock.instant());
        note(visitor, patient, Kind.DIRECTIVES, directives);
    }

    /** Keeps directives as a document. */
    void attach(Visitor visitor, String patient, byte[] pdf) {
        var directives = DirectivesResources.document(patient, pdf, clock.instant());
        note(visitor, patient, Kind.DIRECTIVES, directives, DirectivesResources.bytes(patient, pdf));
    }

    /** Keeps that the patient's relatives know what they want about organ donation. */
    void saySpoken(Visitor visitor, String patient) {
        note(visitor, patient, Kind.ORGANS, OrganWordResources.of(patient, clock.instant()));
    }

    /** Takes a wish back; nothing when this patient has no such wish. */
    void withdraw(Visitor visitor, String patient, Kind kind, String id) {
        wish(visitor, patient, kind, id)
                .ifPresent(wish -> store(visitor).update(kind.turned(wish, State.WITHDRAWN, clock.instant())));
    }

    /** Takes a wish up again, in the place of the one that holds now. */
    void resume(Visitor visitor, String patient, Kind kind, String id) {
        wish(visitor, patient, kind, id)
                .ifPresent(wish -> stand(visitor, patient, kind, kind.turned(wish, State.VALID, clock.instant())));
    }

    private void note(Visitor visitor, String patient, Kind kind, ObjectNode wish, ObjectNode... beside) {
        Scribe.of(visitor, patient).ifPresent(scribe -> NotedResources.mark(wish, scribe));
        stand(visitor, patient, kind, wish, beside);
    }

    /** One holds at a time: what held before ends in the transaction that brings the new one. */
    private void stand(Visitor visitor, String patient, Kind kind, ObjectNode wish, ObjectNode... beside) {
        var brought = new ArrayList<>(List.of(beside));
        of(visitor, patient)
                .noted(kind)
                .filter(Noted::stands)
                .flatMap(noted -> store(visitor).read(kind.type(), noted.id()).stream())
                .map(former -> kind.turned(former, State.REPLACED, clock.instant()))
                .forEach(brought::add);
        brought.add(wish);
        store(visitor).bundle(transaction(brought));
    }

    private static ObjectNode transaction(List<ObjectNode> brought) {
        var bundle = JsonNodeFactory.instance.objectNode();
        bundle.put("resourceType", "Bundle").put("type", "transaction");
        var entries = bundle.putArray("entry");
        for (ObjectNode resource : brought) {
            var type = resource.path("resourceType").asText();
            var entry = entries.addObject();
            if (type.equals("Binary")) {
                entry.put("fullUrl", DirectivesResources.BYTES);
            }
            boolean known = resource.has("id");
            entry.set("resource", resource);
            entry.putObject("request")
                    .put("method", known ? "PUT" : "POST")
                    .put("url", known ? type + "/" + resource.path("id").asText() : type);
        }
        return bundle;
    }

    /** The resource of a wish, if this patient has it. */
    private Optional<ObjectNode> wish(Visitor visitor, String patient, Kind kind, String id) {
        return of(visitor, patient)
                .noted(kind)
                .filter(noted -> noted.id().equals(id))
                .findFirst()
                .flatMap(noted -> store(visitor).read(kind.type(), noted.id()));
    }

    private <W> List<W> found(Visitor visitor, String query, Function<ObjectNode, W> read, Function<W, Noted> noted) {
        return store(visitor).search(query).matches().stream()
                .map(read)
                .sorted(Comparator.comparing(noted, LATEST))
                .toList();
    }

    private StoreClient store(Visitor visitor) {
        return visitor.at(endpoint);
    }
}
