package org.parvis.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parvis.fhir.rest.StoreClient;

/**
 * Keeps the directory in step with what professionals' claims tell. Whom the directory already knows from its own sources
 * stays as it says; whom it does not know, or knows from claims only, is as they told last.
 */
final class ToldProfessionals {

    private final StoreClient store;
    private final String source;
    private final ProfessionalResources resources;

    /**
     * @param source the address of whoever tells of them
     */
    ToldProfessionals(StoreClient store, String source) {
        this.store = store;
        this.source = source;
        this.resources = new ProfessionalResources(source);
    }

    /** Writes what is new. Somebody without an RPPS number, such as a test identity, has no place in the directory. */
    void keep(Professional professional) {
        professional.rpps().ifPresent(rpps -> {
            var known = roles(rpps);
            if (known.stream().allMatch(Told::isTold)) {
                store.bundle(transaction(professional, rpps, known));
            }
        });
    }

    private List<ObjectNode> roles(Rpps rpps) {
        var token = new NationalNumber(NationalNumber.RPPS, rpps.value()).token();
        return store.search("PractitionerRole?practitioner.identifier=" + URLEncoder.encode(token, UTF_8))
                .matches();
    }

    private ObjectNode transaction(Professional professional, Rpps rpps, List<ObjectNode> known) {
        var transaction = new ToldTransaction();
        var practitioner = transaction.createUnlessKnown(
                resources.practitioner(professional, rpps), new NationalNumber(NationalNumber.RPPS, rpps.value()));
        var told = professional.practices().stream()
                .collect(Collectors.toMap(
                        practice -> ProfessionalResources.numberOf(practice, rpps),
                        Function.identity(),
                        (a, _) -> a,
                        LinkedHashMap::new));
        told.forEach((number, practice) -> {
            var role = resources.role(practice, number, practitioner);
            practice.activity()
                    .map(Practice.Activity::workplace)
                    .ifPresent(workplace -> role.putObject("organization")
                            .put(
                                    "reference",
                                    transaction.createUnlessKnown(
                                            resources.organization(workplace),
                                            workplace.numbers().getFirst())));
            transaction.createUnlessKnown(role, number);
        });
        known.stream()
                .filter(role -> Told.isToldBy(role, source))
                .forEach(role ->
                        transaction.update(role, told.keySet().stream().anyMatch(number -> isNumbered(role, number))));
        return transaction.bundle();
    }

    private static boolean isNumbered(ObjectNode role, NationalNumber number) {
        return role.at("/identifier/0/system").asText().equals(number.system())
                && role.at("/identifier/0/value").asText().equals(number.value());
    }
}
