package org.parvis.fhir.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.parvis.fhir.content.StructureCheck;
import org.parvis.fhir.content.Structures;
import org.parvis.fhir.outcome.Issue;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.validation.Validation;

/** Lets only sound resources through: of a known type, of the type the address names, of R4's structure. */
final class Soundness {

    private final Structures structures;
    private final StructureCheck check;
    private final Validation validation;

    Soundness(Structures structures, Validation validation) {
        this.structures = structures;
        this.check = new StructureCheck(structures);
        this.validation = validation;
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
        holdToProfiles(resource, call);
        return resource;
    }

    /** A bundle with everything in it. */
    void checkBundle(ObjectNode bundle) {
        require(check.check(bundle));
    }

    /** What a patch made of a resource: still sound, and still the same resource. */
    ObjectNode checkPatched(ObjectNode after, ObjectNode before, Call call) {
        String place = call.at(call.segment(0));
        if (!after.path("resourceType").equals(before.path("resourceType"))
                || !after.path("id").equals(before.path("id"))) {
            throw Refusal.unprocessable(
                    IssueCode.BUSINESS_RULE, "A patch cannot change what resource it is.", place + ".id");
        }
        List<Issue> issues = check.check(after, place);
        if (issues.stream().anyMatch(Issue::refuses)) {
            throw new Refusal(422, issues);
        }
        holdToProfiles(after, call);
        return after;
    }

    // A type whose mode is `warn` lets everything through, and says what it saw to whoever asks.
    private void holdToProfiles(ObjectNode resource, Call call) {
        try {
            call.remarks().add(validation.onWrite(resource));
        } catch (Refusal refusal) {
            throw refusal.within(call.at(call.segment(0)));
        }
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
