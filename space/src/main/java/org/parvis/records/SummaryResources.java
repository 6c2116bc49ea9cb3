package org.parvis.records;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.parvis.fhir.rest.StoreClient;

/** The resources of which a summary is made; the names behind their references are asked for once for all of them. */
final class SummaryResources {

    private static final int RESULTS = 8;

    /** Among so many of the latest measurements, eight different things are found, and how they went. */
    private static final int LOOKED_AT = 100;

    private SummaryResources() {}

    /** @param parts what other modules say of this patient */
    static Summary of(StoreClient store, String patient, List<Summary.Part> parts) {
        var allergies = FactResources.allergies(store, patient);
        var problems = FactResources.problems(store, patient);
        var treatments = FactResources.treatments(store, patient);
        var measured = ResultResources.measured(store, patient, LOOKED_AT).stream()
                .limit(RESULTS)
                .toList();
        var teams = MemberResources.teams(store, patient);
        var self = store.read("Patient", patient).orElseGet(JsonNodeFactory.instance::objectNode);
        var sources = Sources.of(
                store,
                Stream.of(
                                allergies,
                                problems,
                                treatments,
                                ResultResources.last(measured),
                                teams,
                                List.<ObjectNode>of(self))
                        .flatMap(Collection::stream)
                        .toList());
        return new Summary(
                FactResources.ofAllergies(allergies, sources),
                FactResources.ofProblems(problems, sources),
                FactResources.ofTreatments(treatments, sources),
                ResultResources.results(measured, sources),
                MemberResources.circle(self, teams, sources),
                parts);
    }
}
