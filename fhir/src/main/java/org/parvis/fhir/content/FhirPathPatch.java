package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parvis.fhir.outcome.Refusal;

/** FHIRPath Patch: operations in a Parameters resource, applied in order or not at all (R4 fhirpatch.html). */
public final class FhirPathPatch {

    private final Limits limits;
    private final Structures structures;
    private final ModelPaths modelPaths;

    public FhirPathPatch(Structures structures, Limits limits) {
        this.limits = limits;
        this.structures = structures;
        this.modelPaths = new ModelPaths(structures);
    }

    /** The patched resource; the target itself stays as it is. A refusal names the operation that failed. */
    public ObjectNode apply(ObjectNode target, ObjectNode parameters) {
        JsonNode operations = parameters.path("parameter");
        if (!parameters.path("resourceType").asText().equals("Parameters")) {
            throw Refusal.invalid("A FHIRPath Patch is a Parameters resource.", null);
        }
        if (operations.size() > JsonPatch.MOST_OPERATIONS) {
            throw Refusal.tooLarge(
                    "The patch has " + operations.size() + " operations; the limit is " + JsonPatch.MOST_OPERATIONS
                            + ".",
                    "Parameters.parameter");
        }
        ObjectNode result = target.deepCopy();
        var patching = new FhirPathPatching(new PatchPaths(structures, modelPaths, result));
        int at = 0;
        for (JsonNode operation : operations) {
            patching.apply(PatchOperation.of(operation, at++));
            Pruning.prune(result);
        }
        limits.checkWeight(result);
        return result;
    }
}
