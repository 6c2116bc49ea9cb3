package org.parvis.federation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parvis.access.GuardedServer;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;

/** The records of those whom the simulated FranceConnect knows, as FR Core 2.2.0 writes them. */
final class Newborns {

    static final StoreClient STORE = GuardedServer.part(FhirEndpoint.class).as(Caller.system());

    private Newborns() {}

    /**
     * A record of somebody, with an INS.
     *
     * @param status of the identity, such as VALI
     */
    static ObjectNode record(
            String family, String given, String birthDate, String gender, String birthPlace, String status) {
        return (ObjectNode) Claims.json("""
                {"resourceType": "Patient", "active": true, "gender": "%4$s", "birthDate": "%3$s",
                 "identifier": [{"use": "official", "system": "urn:oid:1.2.250.1.213.1.4.10", "value": "199999999999934"}],
                 "name": [{"use": "official", "family": "%1$s", "given": ["%2$s"], "extension": [{
                   "url": "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-patient-birth-list-given-name",
                   "valueString": "%2$s"}]}],
                 "extension": [
                   {"url": "http://hl7.org/fhir/StructureDefinition/patient-birthPlace", "valueAddress": {"extension": [{
                     "url": "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-address-insee-code",
                     "valueCoding": {"code": "%5$s"}}]}},
                   {"url": "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-identity-reliability",
                    "extension": [{"url": "identityStatus", "valueCoding": {"code": "%6$s"}}]}]}
                """.formatted(family, given, birthDate, gender, birthPlace, status));
    }

    static String keep(ObjectNode record) {
        return STORE.create(record).path("id").asText();
    }
}
