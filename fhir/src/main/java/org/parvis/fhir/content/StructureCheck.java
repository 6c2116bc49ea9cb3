package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.parvis.fhir.outcome.Issue;

/**
 * Whether a tree is a resource as R4 defines it: known elements, JSON types, cardinalities, primitive values,
 * enumerated codes. Profiles, invariants and terminologies are another matter. Safe for use by many threads.
 */
public final class StructureCheck {

    private final Structures structures;

    public StructureCheck(Structures structures) {
        this.structures = structures;
    }

    /** What is wrong with a resource, at most 100 issues; none when it is sound. */
    public List<Issue> check(ObjectNode resource) {
        String type = resource.path("resourceType").asText();
        return check(resource, structures.isResourceType(type) ? type : "Resource");
    }

    /** The same, seen from where the resource stands: {@code Bundle.entry[3].resource}. */
    public List<Issue> check(ObjectNode resource, String expressionRoot) {
        return new StructureWalk(structures, expressionRoot, resource).issues();
    }
}
