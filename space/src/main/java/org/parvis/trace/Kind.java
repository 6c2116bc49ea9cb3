package org.parvis.trace;

/** What sort of data it was, in the words of those who are no programmers. */
public enum Kind {
    IDENTITY,
    RESULTS,
    TREATMENTS,
    ALLERGIES,
    PROBLEMS,
    VACCINES,
    DOCUMENTS,
    STAYS,
    APPOINTMENTS,
    COORDINATION,
    REQUESTS,
    WISHES,
    TRACE,
    OTHER;

    /** The sort of a resource, by its type. */
    public static Kind of(String type) {
        return switch (type) {
            case "Patient", "RelatedPerson", "Person" -> IDENTITY;
            case "Observation", "DiagnosticReport", "ImagingStudy", "Specimen", "Media" -> RESULTS;
            case "MedicationRequest", "MedicationStatement", "MedicationDispense", "MedicationAdministration" ->
                TREATMENTS;
            case "AllergyIntolerance" -> ALLERGIES;
            case "Condition", "Procedure", "ClinicalImpression", "FamilyMemberHistory" -> PROBLEMS;
            case "Immunization", "ImmunizationRecommendation" -> VACCINES;
            case "DocumentReference", "DocumentManifest", "Composition", "List", "Binary", "Bundle" -> DOCUMENTS;
            case "Encounter", "EpisodeOfCare" -> STAYS;
            case "Appointment", "AppointmentResponse" -> APPOINTMENTS;
            case "CarePlan", "CareTeam", "Goal", "Flag" -> COORDINATION;
            case "ServiceRequest", "Task", "Communication", "CommunicationRequest", "QuestionnaireResponse" -> REQUESTS;
            case "Consent" -> WISHES;
            case "AuditEvent" -> TRACE;
            default -> OTHER;
        };
    }
}
