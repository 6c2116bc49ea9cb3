package org.parvis.fhir.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Sweep.People;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Version;
import org.parvis.fhir.store.Visibility;

/** Whose data an export is to hold, and in which resource types data of patients are. */
final class PatientData {

    private static final String PATIENT = "Patient";

    private final Store store;

    PatientData(Store store) {
        this.store = store;
    }

    /** Whether a resource of this type can be about a patient. */
    boolean has(String type) {
        return type.equals(PATIENT)
                || store.params().patientParam(type).isPresent()
                || !store.params().patientCompartment(type).isEmpty();
    }

    /** The people of a request, as they are now; refuses a group and patients who are not there for the caller. */
    People people(Kickoff.Level level, List<ResourceKey> named, Caller caller) {
        return switch (level) {
            case Kickoff.Level.WholeSystem _ -> new People.Anybody();
            case Kickoff.Level.AllPatients _ -> named.isEmpty() ? new People.EveryPatient() : some(named, caller);
            case Kickoff.Level.GroupMembers(String id) -> members(new ResourceKey("Group", id), named, caller);
        };
    }

    private People members(ResourceKey group, List<ResourceKey> named, Caller caller) {
        return store.database().read(connection -> {
            Visibility visible = store.visibility(connection, caller.permit());
            Set<String> members = patients(connection, group, visible);
            for (ResourceKey patient : named) {
                if (!members.contains(patient.id())) {
                    throw Refusal.of(
                            400, IssueCode.NOT_FOUND, "%s is no member of %s.".formatted(patient, group), null);
                }
            }
            return some(connection, named.isEmpty() ? members : ids(named));
        });
    }

    private People some(List<ResourceKey> patients, Caller caller) {
        return store.database().read(connection -> {
            Visibility visible = store.visibility(connection, caller.permit());
            for (ResourceKey patient : patients) {
                if (store.versions().current(connection, patient, visible).isEmpty()) {
                    throw Refusal.of(400, IssueCode.NOT_FOUND, "%s is not here.".formatted(patient), null);
                }
            }
            return some(connection, ids(patients));
        });
    }

    private People some(Connection connection, Collection<String> ids) throws SQLException {
        return new People.Some(store.identities().rids(connection, PATIENT, ids).stream()
                .sorted()
                .toList());
    }

    private static List<String> ids(List<ResourceKey> keys) {
        return keys.stream().map(ResourceKey::id).distinct().toList();
    }

    /** The patients who are members of this group, or of a group that is a member of it. */
    private Set<String> patients(Connection connection, ResourceKey group, Visibility visible) throws SQLException {
        Version version = store.versions()
                .current(connection, group, visible)
                .orElseThrow(() -> Refusal.notFound("%s is not here.".formatted(group)));
        var patients = new LinkedHashSet<String>();
        var groups = new ArrayList<ResourceKey>();
        for (ResourceKey member : members(version)) {
            switch (member.type()) {
                case PATIENT -> patients.add(member.id());
                case "Group" -> groups.add(member);
                default -> {
                    // Practitioners and things can be members of a group; they have no data as patients.
                }
            }
        }
        for (ResourceKey nested : groups) {
            store.versions()
                    .current(connection, nested, visible)
                    .ifPresent(found -> members(found).stream()
                            .filter(member -> member.type().equals(PATIENT))
                            .forEach(member -> patients.add(member.id())));
        }
        return patients;
    }

    private List<ResourceKey> members(Version group) {
        var members = new ArrayList<ResourceKey>();
        for (JsonNode member : store.tree(group).path("member")) {
            String[] parts = member.at("/entity/reference").asText().split("/", -1);
            if (parts.length >= 2 && !member.path("inactive").asBoolean()) {
                members.add(new ResourceKey(parts[0], parts[1]));
            }
        }
        return members;
    }
}
