package org.parvis.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parvis.authority.Software.Fault;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;

/** The module's door: makes software known, and forgets it. */
public final class SoftwareRegister {

    private static final String FINESS = "https://finess.esante.gouv.fr|";

    private final PostgresSoftware software;
    private final StoreClient store;

    SoftwareRegister(PostgresSoftware software, FhirEndpoint store) {
        this.software = software;
        this.store = store.as(Caller.system());
    }

    public List<Software> all() {
        return software.all();
    }

    /**
     * Makes software known; tells what keeps it from being so.
     *
     * @param finess number of the structure in whose name it asks
     * @param scopes separated by spaces
     * @param keys a JSON Web Key Set
     */
    public Optional<Fault> declare(String name, String finess, String scopes, String keys) {
        var structure =
                store.search("Organization?identifier=" + URLEncoder.encode(FINESS + finess, UTF_8)).matches().stream()
                        .findFirst();
        if (structure.isEmpty()) {
            return Optional.of(Fault.STRUCTURE);
        }
        var declared = new Software(
                UUID.randomUUID().toString(), name, structure.get().path("id").asText(), Software.scopes(scopes), keys);
        var fault = declared.fault();
        if (fault.isEmpty()) {
            software.add(declared);
        }
        return fault;
    }

    public void forget(String id) {
        software.remove(id);
    }
}
