package org.parvis.fhir.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.content.JsonBodies;
import org.parvis.fhir.store.ResourceKey;

/**
 * Entries as AuditEvents: the content of IHE BALP, within what the French profile of TdE allows (one subtype, a start, two
 * agents who are both named).
 */
public final class AuditEventResources {

    public static final String TYPE = "AuditEvent";
    public static final String EVENT_TYPES = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    public static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    public static final String INTERACTIONS = "http://hl7.org/fhir/restful-interaction";

    public static final String TDE = "https://interop.esante.gouv.fr/ig/fhir/tde/StructureDefinition/tde-auditevent";
    private static final String BALP = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";
    private static final String ENTITY_TYPES = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String ROLES = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String REASONS = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private static final String ON_BEHALF_OF = "http://hl7.org/fhir/StructureDefinition/auditevent-OnBehalfOf";

    private final JsonBodies bodies;
    private final String base;

    /** @param base address of this server, which observes what it does */
    public AuditEventResources(JsonBodies bodies, String base) {
        this.bodies = bodies;
        this.base = base;
    }

    public ObjectNode resource(Traced entry) {
        if (entry.received().isPresent()) {
            ObjectNode sent = bodies.read(entry.received().get().getBytes(UTF_8));
            ObjectNode kept =
                    object().put("resourceType", TYPE).put("id", entry.id().toString());
            kept.setAll((ObjectNode) sent.without(List.of("resourceType", "id")));
            return kept;
        }
        ObjectNode event =
                object().put("resourceType", TYPE).put("id", entry.id().toString());
        ArrayNode profiles = event.putObject("meta").putArray("profile");
        pattern(entry).ifPresent(name -> profiles.add(BALP + name));
        profiles.add(TDE);
        addWhat(event, entry);
        addAgents(event.putArray("agent"), entry);
        addSource(event.putObject("source"));
        addEntities(event, entry);
        return event;
    }

    /** The name of the BALP profile that tells of this, if one does. */
    private static Optional<String> pattern(Traced entry) {
        if (entry.outcome() != Outcome.SUCCESS) {
            return Optional.empty();
        }
        String who = entry.patients().isEmpty() ? "" : "Patient";
        return switch (entry.action()) {
            case READ, VERSION_READ -> Optional.of(who + "Read");
            case SEARCH -> Optional.of(who + "Query");
            case CREATE -> Optional.of(who + "Create");
            case UPDATE, PATCH -> Optional.of(who + "Update");
            case DELETE -> Optional.of(who + "Delete");
            case HISTORY, OPERATION, EXPORT, FEED, LOGIN, LOGOUT, ACCOUNT, RECEIVED -> Optional.empty();
        };
    }

    private static void addWhat(ObjectNode event, Traced entry) {
        String moment = entry.moment().toString();
        event.set("type", type(entry));
        if (entry.action().isInteraction()) {
            event.putArray("subtype").add(coding(INTERACTIONS, entry.action().subtype()));
        } else {
            event.putArray("subtype").add(coding(DICOM, entry.action().subtype()));
        }
        event.put("action", String.valueOf(entry.action().code()));
        event.putObject("period").put("start", moment);
        event.put("recorded", moment);
        event.put("outcome", String.valueOf(entry.outcome().code()));
        event.putArray("purposeOfEvent").add(concept(REASONS, entry.purpose().code()));
    }

    private static ObjectNode type(Traced entry) {
        if (entry.type().equals(TYPE)) {
            return coding(DICOM, "110101").put("display", "Audit Log Used");
        }
        return switch (entry.action()) {
            case LOGIN, LOGOUT -> coding(DICOM, "110114").put("display", "User Authentication");
            case ACCOUNT -> coding(DICOM, "110113").put("display", "Security Alert");
            default -> coding(EVENT_TYPES, "rest").put("display", "RESTful Operation");
        };
    }

    // Whoever asks is the client of BALP: a third agent for the person would break the French profile.
    private void addAgents(ArrayNode agents, Traced entry) {
        boolean clientReceives = entry.action() == Action.READ || entry.action() == Action.VERSION_READ;
        ObjectNode client = agents.addObject();
        behalf(entry)
                .ifPresent(reference -> client.putArray("extension")
                        .addObject()
                        .put("url", ON_BEHALF_OF)
                        .putObject("valueReference")
                        .put("reference", reference));
        client.set("type", concept(DICOM, clientReceives ? "110152" : "110153"));
        ObjectNode who = client.putObject("who");
        entry.person().ifPresent(person -> who.put("reference", person));
        who.put("display", entry.name());
        entry.origin().session().ifPresent(session -> client.put("altId", session));
        client.put("name", entry.name()).put("requestor", true);
        entry.origin()
                .address()
                .ifPresent(address ->
                        client.putObject("network").put("address", address).put("type", "2"));
        client.putArray("purposeOfUse").add(concept(REASONS, entry.purpose().code()));
        ObjectNode server = agents.addObject();
        server.set("type", concept(DICOM, clientReceives ? "110153" : "110152"));
        addParvis(server.putObject("who"));
        server.put("requestor", false);
    }

    /** For whom it was done: a structure, or the patient whom a relative stands by. */
    private static Optional<String> behalf(Traced entry) {
        boolean relative = entry.person()
                .filter(person -> person.startsWith("RelatedPerson/"))
                .isPresent();
        return relative && entry.patients().size() == 1
                ? Optional.of("Patient/" + entry.patients().getFirst())
                : entry.organisation().map(id -> "Organization/" + id);
    }

    private void addSource(ObjectNode source) {
        addParvis(source.putObject("observer"));
        source.putArray("type").add(coding("http://terminology.hl7.org/CodeSystem/security-source-type", "4"));
    }

    private void addParvis(ObjectNode reference) {
        reference.put("type", "Device");
        reference.putObject("identifier").put("system", "urn:ietf:rfc:3986").put("value", base);
        reference.put("display", "Parvis");
    }

    private static void addEntities(ObjectNode event, Traced entry) {
        for (String patient : entry.patients()) {
            addEntity(event, "Patient/" + patient, "1", "1");
        }
        for (ResourceKey key : entry.resources()) {
            addEntity(event, key + (entry.version() > 0 ? "/_history/" + entry.version() : ""), "2", "4");
        }
        if (!entry.detail().isEmpty()) {
            ObjectNode query = entity(event, "2", entry.action() == Action.SEARCH ? "24" : "4");
            if (entry.action() == Action.SEARCH) {
                query.put(
                        "query",
                        Base64.getEncoder().encodeToString(entry.detail().getBytes(UTF_8)));
            } else {
                query.put("description", entry.detail());
            }
        }
    }

    private static void addEntity(ObjectNode event, String reference, String type, String role) {
        ObjectNode entity = entity(event, type, role);
        entity.putObject("what").put("reference", reference);
    }

    private static ObjectNode entity(ObjectNode event, String type, String role) {
        ObjectNode entity = event.withArrayProperty("entity").addObject();
        entity.set("type", coding(ENTITY_TYPES, type));
        entity.set("role", coding(ROLES, role));
        return entity;
    }

    private static ObjectNode concept(String system, String code) {
        ObjectNode concept = object();
        concept.putArray("coding").add(coding(system, code));
        return concept;
    }

    private static ObjectNode coding(String system, String code) {
        return object().put("system", system).put("code", code);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
