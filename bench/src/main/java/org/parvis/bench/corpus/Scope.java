package org.parvis.bench.corpus;

import java.util.Set;

/** The resource types whose every standard search parameter Parvis indexes, as far as the corpus holds any. */
public final class Scope {

    public static final Set<String> TYPES = Set.of(
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
            "Schedule",
            "Slot",
            "Appointment",
            "AppointmentResponse",
            "Encounter",
            "EpisodeOfCare",
            "Flag",
            "List",
            "Condition",
            "AllergyIntolerance",
            "Observation",
            "DiagnosticReport",
            "ServiceRequest",
            "Specimen",
            "ImagingStudy",
            "Media",
            "Procedure",
            "MedicationRequest",
            "MedicationStatement",
            "MedicationDispense",
            "MedicationAdministration",
            "Medication",
            "Immunization",
            "CarePlan",
            "CareTeam",
            "Goal",
            "Communication",
            "CommunicationRequest",
            "Task",
            "Consent",
            "DocumentReference",
            "DocumentManifest",
            "Composition",
            "Questionnaire",
            "QuestionnaireResponse",
            "Device",
            "DeviceRequest",
            "Group",
            "MeasureReport",
            "Provenance");

    private Scope() {}
}
