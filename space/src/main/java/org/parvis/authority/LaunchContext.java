package org.parvis.authority;

import java.util.HashMap;
import java.util.Map;
import org.parvis.access.Visitor;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;

/** What software learns with its tokens: on whom it was opened, and for whom it acts (SMART App Launch 2, section 3.0.3). */
final class LaunchContext {

    private final IdTokens identities;

    LaunchContext(IdTokens identities) {
        this.identities = identities;
    }

    Map<String, Object> of(Delegation delegation, Token access, Visitor person) {
        var server = AuthorizationServerContextHolder.getContext().getIssuer();
        Map<String, Object> told = new HashMap<>();
        delegation.patient().ifPresent(patient -> {
            told.put("patient", patient);
            // Parvis shows nothing around an application: whose data they are is for the application to say.
            told.put("need_patient_banner", true);
        });
        if (access.scopes().has(Scopes.FHIR_USER)) {
            person.caller().person().ifPresent(who -> told.put("fhirUser", PersonClaims.address(server, who)));
        }
        if (access.scopes().has(Scopes.OPENID)) {
            told.put("id_token", identities.of(delegation, access.scopes(), person, server));
        }
        return told;
    }
}
