package org.parvis.fhir.index;

import java.util.Set;

/** Which resource types are indexed by every R4 parameter, and what the others are found by. */
final class IndexedTypes {

    /** Found by every standard parameter of their type. */
    static final Set<String> WHOLLY = Set.of(
            // people and structures
            "Patient",
            "Person",
            "RelatedPerson",
            "Practitioner",
            "PractitionerRole",
            "Organization",
            "OrganizationAffiliation",
            "Location",
            "HealthcareService",
            "Endpoint",
            "Group",
            "Device",
            // planning and care
            "Schedule",
            "Slot",
            "Appointment",
            "AppointmentResponse",
            "Encounter",
            "EpisodeOfCare",
            "Flag",
            "List",
            "CarePlan",
            "CareTeam",
            "Goal",
            "Task",
            "ServiceRequest",
            "DeviceRequest",
            "Communication",
            "CommunicationRequest",
            "Consent",
            // clinical facts
            "Condition",
            "AllergyIntolerance",
            "Observation",
            "DiagnosticReport",
            "Specimen",
            "ImagingStudy",
            "Media",
            "Procedure",
            "Immunization",
            "Medication",
            "MedicationRequest",
            "MedicationStatement",
            "MedicationDispense",
            "MedicationAdministration",
            // documents, forms, measures
            "DocumentReference",
            "DocumentManifest",
            "Composition",
            "Binary",
            "Questionnaire",
            "QuestionnaireResponse",
            "Measure",
            "MeasureReport",
            // traces and subscriptions
            "AuditEvent",
            "Provenance",
            "Subscription",
            // conformance
            "CapabilityStatement",
            "StructureDefinition",
            "ImplementationGuide",
            "SearchParameter",
            "MessageDefinition",
            "OperationDefinition",
            "CompartmentDefinition",
            "StructureMap",
            "GraphDefinition",
            "ExampleScenario",
            // terminology
            "CodeSystem",
            "ValueSet",
            "ConceptMap",
            "NamingSystem",
            "TerminologyCapabilities");

    /** Found on every type. {@code _text _content _query} have no path; the search answers or refuses them by itself. */
    static final Set<String> CODES_OF_ALL = Set.of("_id", "_lastUpdated", "_profile", "_tag", "_security", "_source");

    /** Columns of the store, of which no value is extracted. */
    static final Set<String> COLUMNS = Set.of("_id", "_lastUpdated");

    /** Found on the other types too, beside the parameters that place a resource in the patient compartment. */
    static final Set<String> CODES_OF_OTHERS = Set.of("identifier", "patient");

    private IndexedTypes() {}
}
