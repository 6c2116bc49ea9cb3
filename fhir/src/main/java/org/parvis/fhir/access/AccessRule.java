package org.parvis.fhir.access;

/** What a resource says about who may see a patient's data: it opens them to somebody, or tells the patient's will. */
public sealed interface AccessRule permits Relation, Will {

    /** The patient, such as `Patient/12`. */
    String subject();
}
