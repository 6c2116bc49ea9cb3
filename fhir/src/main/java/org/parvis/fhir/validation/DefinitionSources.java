package org.parvis.fhir.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/** Where validation finds profiles and terminologies: R4 first, then packages, then what can be computed from them. */
final class DefinitionSources {

    private DefinitionSources() {}

    static IValidationSupport of(FhirContext r4, Optional<Path> packages) {
        var base = new DefaultProfileValidationSupport(r4);
        var sources = new ArrayList<IValidationSupport>();
        sources.add(base);
        packages.ifPresent(folder -> sources.add(Packages.in(folder, r4)));
        sources.add(new OtherEditions(base));
        sources.add(new CommonCodeSystemsTerminologyService(r4));
        sources.add(new InMemoryTerminologyServerValidationSupport(r4));
        sources.add(new SnapshotGeneratingValidationSupport(r4));
        sources.add(unknownCodeSystems(r4));
        return new ValidationSupportChain(ValidationSupportChain.CacheConfiguration.defaultValues(), sources);
    }

    /** National terminologies are often absent from packages: a code that nobody here knows is a warning. */
    @SuppressWarnings("deprecation") // HAPI names no successor.
    private static IValidationSupport unknownCodeSystems(FhirContext r4) {
        var unknown = new UnknownCodeSystemWarningValidationSupport(r4);
        unknown.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.WARNING);
        return unknown;
    }

    /**
     * HL7's definitions are published in many editions, and packages pin one of them ({@code …/patient-birthPlace|5.2.0}).
     * Where that one is missing, the edition that came with R4 stands in.
     */
    private record OtherEditions(IValidationSupport base) implements IValidationSupport {

        private static final String HL7 = "http://hl7.org/fhir/StructureDefinition/";

        @Override
        public FhirContext getFhirContext() {
            return base.getFhirContext();
        }

        @Override
        public @Nullable IBaseResource fetchStructureDefinition(String canonical) {
            int version = canonical.indexOf('|');
            boolean pinned = version > 0 && canonical.startsWith(HL7);
            return pinned ? base.fetchStructureDefinition(canonical.substring(0, version)) : null;
        }
    }
}
