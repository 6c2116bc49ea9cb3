package org.parvis.fhir.reindex;

/** SearchParameters and the patients they find, as JSON. */
final class Posted {

    static final String BIRTH_PLACE = "http://hl7.org/fhir/StructureDefinition/patient-birthPlace";

    private Posted() {}

    /** The town where a patient was born, an extension of R4's own. */
    static String birthPlace() {
        return param("birth-place", "Patient", "string", "Patient.extension('%s').value.city".formatted(BIRTH_PLACE));
    }

    static String param(String code, String base, String kind, String expression) {
        return param(code, base, kind, expression, "active");
    }

    static String param(String code, String base, String kind, String expression, String status) {
        return """
                {"resourceType":"SearchParameter","id":"%s","url":"urn:example:%s","name":"%s","status":"%s",
                 "description":"%s","code":"%s","base":["%s"],"type":"%s","expression":"%s"}""".formatted(code, code, code.replace("-", ""), status, code, code, base, kind, expression);
    }

    static String bornIn(String id, String town) {
        return """
                {"resourceType":"Patient","id":"%s","extension":[{"url":"%s","valueAddress":{"city":"%s"}}]}""".formatted(id, BIRTH_PLACE, town);
    }
}
