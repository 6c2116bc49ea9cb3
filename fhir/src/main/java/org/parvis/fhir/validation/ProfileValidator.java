package org.parvis.fhir.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.outcome.Issue;
import org.parvis.fhir.outcome.IssueCode;

/** HAPI's validator over R4's definitions and those of packages. */
final class ProfileValidator {

    private final WorkerContextValidationSupportAdapter definitions;
    private final InstanceValidators validators;

    private ProfileValidator(IValidationSupport support) {
        this.definitions = WorkerContextValidationSupportAdapter.newVersionSpecificWorkerContextWrapper(support);
        this.validators = new InstanceValidators(definitions);
    }

    /** A validator that has read what it needs, by validating once. */
    static ProfileValidator ready(FhirContext r4, Optional<Path> packages) {
        var validator = new ProfileValidator(DefinitionSources.of(r4, packages));
        validator.issues(JsonNodeFactory.instance.objectNode().put("resourceType", "Patient"), List.of());
        return validator;
    }

    List<Issue> validate(ObjectNode resource, @Nullable String profile) {
        if (profile == null) {
            return issues(resource, List.of());
        }
        StructureDefinition definition = definitions.fetchResource(StructureDefinition.class, profile);
        if (definition == null) {
            String what =
                    "The profile " + profile + " is not known: neither R4 nor a package of this server defines it.";
            return List.of(Issue.error(IssueCode.NOT_FOUND, what, null));
        }
        return issues(resource, List.of(definition));
    }

    private List<Issue> issues(ObjectNode resource, List<StructureDefinition> profiles) {
        var messages = new ArrayList<ValidationMessage>();
        var json = new ByteArrayInputStream(resource.toString().getBytes(StandardCharsets.UTF_8));
        validators.lend(
                validator -> validator.validate(null, messages, json, FhirFormat.JSON, new ArrayList<>(profiles)));
        return messages.stream()
                .flatMap(message -> ValidatorMessages.issue(message).stream())
                .toList();
    }
}
