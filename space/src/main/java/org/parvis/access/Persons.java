package org.parvis.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.Optional;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.web.PatientBanner.Identity;
import org.springframework.stereotype.Component;

/**
 * Finds the resource that stands for somebody: by the number under which a register of the country knows them, or by their
 * birth, with caution.
 */
@Component
final class Persons {

    // Far more than are born on one day under one name; more than these are no answer.
    private static final int MOST = 200;

    private final StoreClient directory;

    Persons(FhirEndpoint store) {
        this.directory = store.as(Caller.system());
    }

    /** Such as {@code Practitioner/12}; empty when nobody has that number, or more than one. */
    Optional<String> numbered(ProvenIdentity identity) {
        var type = switch (identity.audience()) {
            case PROFESSIONAL -> "Practitioner";
            case CITIZEN -> "Patient";
            case OPERATOR -> "";
        };
        return type.isEmpty() ? Optional.empty() : identity.identifier().flatMap(number -> numbered(type, number));
    }

    /**
     * The record of whoever was born so: the only one that resembles them, and whose identity is qualified and undisputed.
     * Whether it is missing, doubtful or one of two is not told apart.
     */
    Optional<String> born(Traits traits) {
        var found = directory.search("Patient?birthdate=%s&gender=%s&family=%s&active:not=false&_count=%d"
                .formatted(traits.birthDate(), traits.sex(), traits.searched(), MOST));
        var like = found.matches().stream()
                .filter(patient ->
                        PatientIdentity.traits(patient).filter(traits::resemble).isPresent())
                .toList();
        return like.size() == 1 && found.next().isEmpty() && isCertainly(traits, like.getFirst())
                ? Optional.of("Patient/" + like.getFirst().path("id").asText())
                : Optional.empty();
    }

    private static boolean isCertainly(Traits traits, ObjectNode patient) {
        return PatientIdentity.traits(patient).filter(traits::agreeWith).isPresent()
                && PatientIdentity.state(patient) == Identity.QUALIFIED
                && PatientIdentity.isUndisputed(patient);
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
