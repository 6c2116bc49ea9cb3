package org.parvis.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.parvis.access.GuardedServer.Member;
import org.parvis.access.Visitor.Audience;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;

/**
 * A doctor of these structures, who has come in.
 *
 * @param roles the ids of their PractitionerRoles, in the order of the structures
 */
public record Worker(Member member, List<String> roles, PlainBrowser browser) {

    private static final String PROFESSION =
            "https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante";

    public static Worker in(String... structures) {
        var person = "Practitioner/" + id(store().create(resource("Practitioner")));
        var roles = Arrays.stream(structures)
                .map(structure -> role(person, structure))
                .toList();
        var member = Member.of(Audience.PROFESSIONAL, Optional.of(person));
        return new Worker(member, roles, PlainBrowser.of(member));
    }

    /** Makes them a referent of the one structure where they work: its id. */
    String managesTheirStructure() {
        var structure = GuardedServer.part(Positions.class)
                .of(member.account().person().orElseThrow())
                .getFirst()
                .structure();
        GuardedServer.part(PostgresReferents.class).add(member.account().id(), structure, Instant.now());
        return structure;
    }

    /** Another browser of theirs, in which nothing but the network of the one structure where they work vouches for them. */
    public PlainBrowser onTheWord(String structure) {
        var account = member.account();
        var proven = new ProvenIdentity(
                Road.NETWORK,
                ProvenIdentity.PARVIS,
                account.id().toString(),
                account.name(),
                account.audience(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(structure));
        var opened = (Sessions.Opening.Opened)
                GuardedServer.part(Sessions.class).open(proven, new Origin("127.0.0.1", "Poste de soins"));
        var browser = new PlainBrowser();
        browser.plant("parvis-session", opened.secret().text());
        return browser;
    }

    /** They work there no more. */
    public void leaves(String role) {
        store().update(store().read("PractitionerRole", role).orElseThrow().put("active", false));
    }

    private static String role(String person, String structure) {
        var organisation = id(store().create(resource("Organization").put("name", structure)));
        var role = resource("PractitionerRole");
        role.putObject("practitioner").put("reference", person);
        role.putObject("organization").put("reference", "Organization/" + organisation);
        role.putArray("code")
                .addObject()
                .putArray("coding")
                .addObject()
                .put("system", PROFESSION)
                .put("code", "10")
                .put("display", "Médecin");
        return id(store().create(role));
    }

    private static ObjectNode resource(String type) {
        return JsonNodeFactory.instance.objectNode().put("resourceType", type);
    }

    private static String id(ObjectNode resource) {
        return resource.path("id").asText();
    }

    private static StoreClient store() {
        return GuardedServer.part(FhirEndpoint.class).as(Caller.system());
    }
}
