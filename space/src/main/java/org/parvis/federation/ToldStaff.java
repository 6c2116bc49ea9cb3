package org.parvis.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.Set;
import org.parvis.fhir.rest.StoreClient;

/** Keeps the roles of an establishment's staff as it told them last. */
final class ToldStaff {

    /** What somebody is here, whatever their profession: the name of a policy. */
    private static final String FAMILY = "urn:parvis:role-family";

    private final StoreClient store;
    private final String source;
    private final String structure;

    /**
     * @param source the address of whoever tells of them
     * @param structure logical id of the establishment's Organization
     */
    ToldStaff(StoreClient store, String source, String structure) {
        this.store = store;
        this.source = source;
        this.structure = structure;
    }

    void keep(Member member, Set<String> families) {
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
    private Iterable<ObjectNode> known(Member member) {
        return store
                .search("PractitionerRole?practitioner.identifier=%s&organization=Organization/%s"
                        .formatted(URLEncoder.encode(member.number().token(), UTF_8), structure))
                .matches()
                .stream()
                .filter(role -> Told.isToldBy(role, source))
                .toList();
    }

    private ObjectNode practitioner(Member member) {
        var practitioner = resource("Practitioner", member.number());
        practitioner
                .putArray("name")
                .addObject()
                .put("family", member.family())
                .putArray("given")
                .add(member.given());
        return practitioner;
    }

    private ObjectNode role(Member member, String family, String practitioner) {
        var role = resource("PractitionerRole", number(member, family));
        role.putObject("practitioner").put("reference", practitioner);
        role.putObject("organization").put("reference", "Organization/" + structure);
        role.putArray("code")
                .addObject()
                .putArray("coding")
                .addObject()
                .put("system", FAMILY)
                .put("code", family);
        return role;
    }

    private ObjectNode resource(String type, NationalNumber number) {
        var resource = Told.resource(type, source);
        resource.putArray("identifier")
                .addObject()
                .put("system", number.system())
                .put("value", number.value());
        return resource.put("active", true);
    }

    private NationalNumber number(Member member, String family) {
        return new NationalNumber(source, "%s/%s/%s".formatted(member.subject(), structure, family));
    }
}
