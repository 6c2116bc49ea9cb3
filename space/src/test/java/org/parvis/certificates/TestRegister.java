package org.parvis.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.parvis.access.GuardedServer;
import org.parvis.certificates.Certificates.Answer;
import org.parvis.certificates.Declared.Use;
import org.parvis.certificates.TestAuthority.Holder;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;

/** The register of the tests' server, as an operator keeps it. */
public final class TestRegister {

    private static final Certificates CERTIFICATES = GuardedServer.part(Certificates.class);

    private TestRegister() {}

    /** A structure that has certificates declared. */
    public static void keepTheStructure(String finess, String name) {
        var store = GuardedServer.part(FhirEndpoint.class).as(Caller.system());
        if (store.search("Organization?identifier=https://finess.esante.gouv.fr|" + finess)
                .matches()
                .isEmpty()) {
            var structure = JsonNodeFactory.instance
                    .objectNode()
                    .put("resourceType", "Organization")
                    .put("name", name);
            structure
                    .putArray("identifier")
                    .addObject()
                    .put("system", "https://finess.esante.gouv.fr")
                    .put("value", finess);
            store.create(structure);
        }
    }

    /** Has the certificate of this holder stand for a structure, in place of any other. */
    public static void declare(Holder holder, Use use, String finess, String name) {
        keepTheStructure(finess, name);
        withdraw(holder);
        assertThat(CERTIFICATES.declare(finess, use, "Essai " + holder, TestAuthority.pem(holder), false))
                .isEqualTo(Answer.DONE);
    }

    /** Withdraws the certificate of this holder. */
    public static void withdraw(Holder holder) {
        CERTIFICATES.find(TestAuthority.certificate(holder)).ifPresent(known -> CERTIFICATES.withdraw(known.id()));
    }
}
