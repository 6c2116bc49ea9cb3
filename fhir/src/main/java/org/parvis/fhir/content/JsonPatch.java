package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parvis.fhir.outcome.Refusal;

/** JSON Patch (RFC 6902): all operations apply in order, or none does (R4 http.html#patch). */
public final class JsonPatch {

    static final int MOST_OPERATIONS = 1_000;

    private final Limits limits;

    public JsonPatch(Limits limits) {
        this.limits = limits;
    }

    /** The patched resource; the target itself stays as it is. A refusal names the operation that failed. */
    public ObjectNode apply(ObjectNode target, ArrayNode operations) {
        if (operations.size() > MOST_OPERATIONS) {
            throw Refusal.tooLarge(
                    "The patch has " + operations.size() + " operations; the limit is " + MOST_OPERATIONS + ".", null);
        }
        var patching = new JsonPatching(target.deepCopy(), limits);
        int at = 0;
        for (JsonNode operation : operations) {
            patching.apply(operation, at++);
        }
        return patching.result();
    }
}
