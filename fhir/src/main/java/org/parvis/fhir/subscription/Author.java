package org.parvis.fhir.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.CallerJson;
import org.parvis.fhir.access.Permit;

/**
 * Who wrote a subscription. Its notifications tell no more than they may see.
 *
 * @param base address under which they reach this server
 */
record Author(String base, Caller caller) {

    Permit permit() {
        return caller.permit();
    }

    ObjectNode callerJson() {
        return CallerJson.of(caller);
    }

    static Author read(String base, JsonNode caller) {
        return new Author(base, CallerJson.read(caller));
    }
}
