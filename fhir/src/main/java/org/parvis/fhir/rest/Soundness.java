package org.parvis.fhir.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.parvis.fhir.content.StructureCheck;
import org.parvis.fhir.content.Structures;
import org.parvis.fhir.outcome.Issue;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/** Lets only sound resources through: of a known type, of the type the address names, of R4's structure. */
final class Soundness {

    private final Structures structures;
    private final StructureCheck check;

    Soundness(Structures structures) {
        this.structures = structures;
        this.check = new StructureCheck(structures);
    }

    void requireType(String type) {
        if (!structures.isResourceType(type)) {
            throw Refusal.of(404, IssueCode.NOT_SUPPORTED, "'%s' is no resource type of R4.".formatted(type), null);
        }
    }

    /** The resource that a call carries. */
    ObjectNode checked(Call call, String type) {
        ObjectNode resource = call.content().get();
        String sent = resource.path("resourceType").asText();
        if (!sent.equals(type)) {
            throw Refusal.invalid("A %s was sent where a %s belongs.".formatted(sent, type), call.place());
        }
        // The entries of a bundle were checked with the bundle.
        if (call.place() == null) {
            require(check.check(resource));
        }
        return resource;
    }

    /** A bundle with everything in it. */
    void checkBundle(ObjectNode bundle) {
        require(check.check(bundle));
    }

    /** What a patch made of a resource: still sound, and still the same resource. */
    ObjectNode checkPatched(ObjectNode after, ObjectNode before, String place) {
        if (!after.path("resourceType").equals(before.path("resourceType"))
                || !after.path("id").equals(before.path("id"))) {
            throw Refusal.unprocessable(
                    IssueCode.BUSINESS_RULE, "A patch cannot change what resource it is.", place + ".id");
        }
        List<Issue> issues = check.check(after, place);
        if (issues.stream().anyMatch(Issue::refuses)) {
            throw new Refusal(422, issues);
        }
        return after;
    }

    /** What is wrong with a resource, for those who only want to know. */
    List<Issue> issues(ObjectNode resource) {
        return check.check(resource);
    }

    private static void require(List<Issue> issues) {
        if (issues.stream().anyMatch(Issue::refuses)) {
            throw new Refusal(400, issues);
        }
    }
}
