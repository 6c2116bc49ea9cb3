package org.parvis.fhir.content;

import java.util.Set;

/**
 * Where HAPI's model is looser than R4's definitions: it gives conformance resources one common ancestor, which lends
 * elements to types that lack them and forgets which types require theirs. A test holds these lists complete.
 */
final class ModelCorrections {

    private static final Set<String> REQUIRED = Set.of(
            "CapabilityStatement.date",
            "ChargeItemDefinition.url",
            "CompartmentDefinition.name",
            "CompartmentDefinition.url",
            "GraphDefinition.name",
            "ImplementationGuide.name",
            "ImplementationGuide.url",
            "MessageDefinition.date",
            "NamingSystem.date",
            "NamingSystem.name",
            "OperationDefinition.name",
            "SearchParameter.description",
            "SearchParameter.name",
            "SearchParameter.url",
            "StructureDefinition.name",
            "StructureDefinition.url",
            "StructureMap.name",
            "StructureMap.url",
            "TerminologyCapabilities.date",
            "TestScript.name",
            "TestScript.url");

    private static final Set<String> DESCRIBED_IN_SUMMARY = Set.of(
            "ActivityDefinition",
            "ChargeItemDefinition",
            "EffectEvidenceSynthesis",
            "Evidence",
            "EvidenceVariable",
            "Library",
            "Measure",
            "MessageDefinition",
            "PlanDefinition",
            "ResearchDefinition",
            "ResearchElementDefinition",
            "RiskEvidenceSynthesis",
            "SearchParameter");

    private static final Set<String> NOT_IN_R4 = Set.of(
            "ChargeItemDefinition.name",
            "CompartmentDefinition.jurisdiction",
            "CompartmentDefinition.title",
            "EffectEvidenceSynthesis.experimental",
            "Evidence.experimental",
            "EvidenceVariable.experimental",
            "ExampleScenario.description",
            "ExampleScenario.title",
            "GraphDefinition.title",
            "NamingSystem.experimental",
            "NamingSystem.title",
            "NamingSystem.url",
            "NamingSystem.version",
            "RiskEvidenceSynthesis.experimental",
            "SearchParameter.title");

    private ModelCorrections() {}

    static boolean isInR4(String type, String element) {
        return !NOT_IN_R4.contains(type + "." + element);
    }

    static boolean isMandatory(String type, String element, boolean inModel) {
        return inModel || REQUIRED.contains(type + "." + element);
    }

    static boolean isSummary(String type, String element, boolean inModel) {
        return inModel || (element.equals("description") && DESCRIBED_IN_SUMMARY.contains(type));
    }
}
