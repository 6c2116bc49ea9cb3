package org.parvis.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;

/** Declares establishments that vouch for their own staff, and forgets them. */
public final class Directories {

    private final PostgresDirectories directories;
    private final Registrations registrations;
    private final StoreClient store;

    Directories(PostgresDirectories directories, Registrations registrations, FhirEndpoint store) {
        this.directories = directories;
        this.registrations = registrations;
        this.store = store.as(Caller.system());
    }

    /** What comes of a declaration. */
    public enum Declared {
        DONE,
        /** No structure has that FINESS number. */
        UNKNOWN_STRUCTURE,
        /** The provider does not answer, calls itself otherwise, or cannot be believed. */
        UNREACHABLE,
        /** No group is given any role. */
        WITHOUT_GROUPS
    }

    public List<Directory> all() {
        return directories.all();
    }

    /**
     * Relies on a provider from now on, once it has answered.
     *
     * @param families group name to role family
     */
    public Declared declare(
            String finess,
            String issuer,
            String clientId,
            String clientSecret,
            String claim,
            Map<String, String> families) {
        var structure = structure(finess);
        if (structure.isEmpty()) {
            return Declared.UNKNOWN_STRUCTURE;
        }
        if (families.isEmpty()) {
            return Declared.WITHOUT_GROUPS;
        }
        var directory = new Directory(
                UUID.nameUUIDFromBytes(issuer.getBytes(UTF_8)).toString(),
                structure.get().path("id").asText(),
                structure.get().path("name").asText(),
                issuer,
                clientId,
                clientSecret,
                claim,
                families);
        if (!answers(directory)) {
            return Declared.UNREACHABLE;
        }
        directories.keep(directory);
        return Declared.DONE;
    }

    public void forget(String key) {
        directories.remove(key);
    }

    private boolean answers(Directory directory) {
        try {
            registrations.of(directory.provider());
            return true;
        } catch (Registrations.Unreachable | IllegalArgumentException unreachable) {
            return false;
        }
    }

    private Optional<ObjectNode> structure(String finess) {
        var number = new NationalNumber(NationalNumber.FINESS, finess).token();
        return store.search("Organization?identifier=" + URLEncoder.encode(number, UTF_8)).matches().stream()
                .findFirst();
    }
}
