package org.parvis.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.springframework.stereotype.Component;

/** Finds the resource that stands for somebody, by the number under which a register of the country knows them. */
@Component
final class Persons {

    private final StoreClient directory;

    Persons(FhirEndpoint store) {
        this.directory = store.as(Caller.system());
    }

    /** Such as {@code Practitioner/12}; empty when nobody has that number, or more than one. */
    Optional<String> of(ProvenIdentity identity) {
        var type = switch (identity.audience()) {
            case PROFESSIONAL -> "Practitioner";
            case CITIZEN -> "Patient";
            case OPERATOR -> "";
        };
        return type.isEmpty() ? Optional.empty() : identity.identifier().flatMap(number -> numbered(type, number));
    }

    private Optional<String> numbered(String type, String number) {
        var found = directory
                .search("%s?identifier=%s&active:not=false&_count=2".formatted(type, URLEncoder.encode(number, UTF_8)))
                .matches();
        return found.size() == 1
                ? Optional.of(
                        "%s/%s".formatted(type, found.getFirst().path("id").asText()))
                : Optional.empty();
    }
}
