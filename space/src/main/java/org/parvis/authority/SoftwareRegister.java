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

/** Makes software known, and forgets it. */
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

    public Optional<Software> find(String id) {
        return software.find(id);
    }

    /** The software that a record can open on its patient. */
    public List<Software> launchable() {
        return software.all().stream().filter(Software::canBeLaunched).toList();
    }

    /** Makes software known; tells what keeps it from being so. */
    public Optional<Fault> declare(Declaration declared) {
        var structure = structure(declared.finess().strip());
        if (structure.isEmpty() && !declared.finess().isBlank()) {
            return Optional.of(Fault.STRUCTURE);
        }
        var known = new Software(
                UUID.randomUUID().toString(),
                declared.name(),
                structure,
                declared.uses(),
                Scopes.read(declared.scopes()),
                declared.keys().strip(),
                Spaced.read(declared.redirects()),
                Optional.of(declared.launch().strip()).filter(address -> !address.isEmpty()));
        var fault = known.fault();
        if (fault.isEmpty()) {
            software.add(known);
        }
        return fault;
    }

    public void forget(String id) {
        software.remove(id);
    }

    private Optional<String> structure(String finess) {
        return finess.isEmpty()
                ? Optional.empty()
                : store
                        .search("Organization?identifier=" + URLEncoder.encode(FINESS + finess, UTF_8))
                        .matches()
                        .stream()
                        .findFirst()
                        .map(found -> found.path("id").asText());
    }
}
