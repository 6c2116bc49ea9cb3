package org.parvis.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.records.Member.Kind;
import org.parvis.web.Concepts;
import org.parvis.web.HumanNames;

/** Who CareTeam and Patient say is around a patient. */
final class MemberResources {

    private static final int MOST = 20;

    private MemberResources() {}

    static List<ObjectNode> teams(StoreClient store, String patient) {
        return store.search(
                        "CareTeam?patient=%s&status:not=inactive,entered-in-error&_count=%d".formatted(patient, MOST))
                .matches();
    }

    /** The circle of care: general practitioners, members of care teams, then relatives. */
    static List<Member> circle(ObjectNode patient, List<ObjectNode> teams, Sources sources) {
        return Stream.of(
                        doctors(patient, sources),
                        teams.stream().flatMap(team -> members(team, sources)),
                        Concepts.all(patient.path("contact")).flatMap(contact -> relative(contact).stream()))
                .flatMap(members -> members)
                .distinct()
                .toList();
    }

    private static Stream<Member> doctors(ObjectNode patient, Sources sources) {
        return Concepts.all(patient.path("generalPractitioner"))
                .flatMap(doctor -> sources.name(doctor).stream())
                .map(name -> new Member(Kind.DOCTOR, name, Optional.empty(), Optional.empty()));
    }

    private static Stream<Member> members(ObjectNode team, Sources sources) {
        return Concepts.all(team.path("participant"))
                .filter(part -> !part.path("member").path("reference").asText().startsWith("Patient/"))
                .flatMap(part -> sources
                        .name(part.path("member"))
                        .map(name -> new Member(Kind.TEAM, name, role(part.path("role")), Optional.empty()))
                        .stream());
    }

    private static Optional<Member> relative(JsonNode contact) {
        var phone = Concepts.all(contact.path("telecom"))
                .filter(telecom -> telecom.path("system").asText().equals("phone"))
                .map(telecom -> telecom.path("value").asText())
                .findFirst();
        return HumanNames.shown(contact.path("name"))
                .map(name -> new Member(Kind.RELATIVE, name, role(contact.path("relationship")), phone));
    }

    private static Optional<String> role(JsonNode concepts) {
        return Optional.of(Concepts.all(concepts)
                        .flatMap(concept -> Concepts.words(concept).stream())
                        .collect(Collectors.joining(", ")))
                .filter(roles -> !roles.isEmpty());
    }
}
