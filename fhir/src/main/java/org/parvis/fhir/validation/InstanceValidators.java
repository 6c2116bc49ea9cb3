package org.parvis.fhir.validation;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.hl7.fhir.common.hapi.validation.validator.FhirDefaultPolicyAdvisor;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r5.utils.validation.ValidatorSession;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.hl7.fhir.r5.utils.validation.constants.IdStatus;
import org.hl7.fhir.r5.utils.xver.XVerExtensionManagerOld;
import org.hl7.fhir.validation.ValidatorSettings;
import org.hl7.fhir.validation.instance.InstanceValidator;

/**
 * HL7's validators, one for each processor, lent to one thread at a time. HAPI makes a new one for every resource,
 * which reads a registry of OIDs of 1.5 MB each time: 20 ms of processor time per resource, against 6 ms here.
 */
final class InstanceValidators {

    private final WorkerContextValidationSupportAdapter definitions;
    private final ConcurrentLinkedQueue<InstanceValidator> idle = new ConcurrentLinkedQueue<>();
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors());

    InstanceValidators(WorkerContextValidationSupportAdapter definitions) {
        this.definitions = definitions;
    }

    void lend(Consumer<InstanceValidator> work) {
        places.acquireUninterruptibly();
        try {
            InstanceValidator known = idle.poll();
            InstanceValidator validator = known == null ? make() : known;
            work.accept(validator);
            // One that failed may be in any state: it does not come back.
            idle.add(validator);
        } finally {
            places.release();
        }
    }

    private InstanceValidator make() {
        var validator = new InstanceValidator(
                definitions,
                new FhirInstanceValidator.NullEvaluationContext(),
                new XVerExtensionManagerOld(definitions),
                new ValidatorSession(),
                new ValidatorSettings());
        // References are not followed: the store itself checks that they lead somewhere.
        validator.setPolicyAdvisor(new FhirDefaultPolicyAdvisor());
        validator.setAssumeValidRestReferences(true);
        validator.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        validator.setAnyExtensionsAllowed(true);
        validator.setResourceIdRule(IdStatus.OPTIONAL);
        validator.setErrorForUnknownProfiles(false);
        validator.setUnknownCodeSystemsCauseErrors(true);
        return validator;
    }
}
