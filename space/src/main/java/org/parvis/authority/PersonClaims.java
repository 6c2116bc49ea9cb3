package org.parvis.authority;

import java.util.HashMap;
import java.util.Map;
import org.parvis.access.Visitor;

/** What an application may know of the person for whom it acts (OpenID Connect Core, 5.1; SMART App Launch 2, fhirUser). */
final class PersonClaims {

    private PersonClaims() {}

    static Map<String, Object> of(Approval approval, Scopes scopes, Visitor person, String server) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", approval.account().toString());
        if (scopes.has(Scopes.PROFILE)) {
            claims.put("name", person.name());
        }
        if (scopes.has(Scopes.FHIR_USER)) {
            person.caller().person().ifPresent(who -> claims.put("fhirUser", address(server, who)));
        }
        return claims;
    }

    /** The address of the resource that stands for somebody. */
    static String address(String server, String person) {
        return "%s/fhir/%s".formatted(server, person);
    }
}
