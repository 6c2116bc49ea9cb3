package org.parvis.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.Set;
import org.parvis.fhir.rest.StoreClient;

/** Keeps the roles of an establishment's staff as its provider told them last. */
final class ToldStaff {

    /** What somebody is here, whatever their profession: the name of a policy. */
    private static final String FAMILY = "urn:parvis:role-family";

    private final StoreClient store;
    private final Directory directory;

    ToldStaff(StoreClient store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    void keep(EstablishmentDirectory.Member member, Set<String> families) {
        var transaction = new ToldTransaction();
        if (!families.isEmpty()) {
            var practitioner = transaction.createUnlessKnown(practitioner(member), member.number());
            families.forEach(family ->
                    transaction.createUnlessKnown(role(member, family, practitioner), number(member, family)));
        }
        for (ObjectNode known : known(member)) {
            transaction.update(
                    known, families.contains(known.at("/code/0/coding/0/code").asText()));
        }
        if (!transaction.isEmpty()) {
            store.bundle(transaction.bundle());
        }
    }

    /** The roles that this establishment told of somebody before. */
    private Iterable<ObjectNode> known(EstablishmentDirectory.Member member) {
        return store
                .search("PractitionerRole?practitioner.identifier=%s&organization=Organization/%s"
                        .formatted(URLEncoder.encode(member.number().token(), UTF_8), directory.structure()))
                .matches()
                .stream()
                .filter(role -> Told.isToldBy(role, directory.issuer()))
                .toList();
    }

    private ObjectNode practitioner(EstablishmentDirectory.Member member) {
        var practitioner = resource("Practitioner", member.number());
        practitioner
                .putArray("name")
                .addObject()
                .put("family", member.family())
                .putArray("given")
                .add(member.given());
        return practitioner;
    }

    private ObjectNode role(EstablishmentDirectory.Member member, String family, String practitioner) {
        var role = resource("PractitionerRole", number(member, family));
        role.putObject("practitioner").put("reference", practitioner);
        role.putObject("organization").put("reference", "Organization/" + directory.structure());
        role.putArray("code")
                .addObject()
                .putArray("coding")
                .addObject()
                .put("system", FAMILY)
                .put("code", family);
        return role;
    }

    private ObjectNode resource(String type, NationalNumber number) {
        var resource = Told.resource(type, directory.issuer());
        resource.putArray("identifier")
                .addObject()
                .put("system", number.system())
                .put("value", number.value());
        return resource.put("active", true);
    }

    private NationalNumber number(EstablishmentDirectory.Member member, String family) {
        return new NationalNumber(
                directory.issuer(), "%s/%s/%s".formatted(member.subject(), directory.structure(), family));
    }
}
