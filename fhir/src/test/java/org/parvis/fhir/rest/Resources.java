package org.parvis.fhir.rest;

/** Small resources for tests, as JSON. */
final class Resources {

    private Resources() {}

    static String patient(String id, String family) {
        return """
                {"resourceType":"Patient","id":"%s","name":[{"family":"%s"}],
                 "identifier":[{"system":"urn:oid:1.2.250.1.71","value":"%s"}]}""".formatted(id, family, id);
    }

    static String height(String id, String patient, String date, String value, String unit) {
        return """
                {"resourceType":"Observation","id":"%s","status":"final",
                 "code":{"coding":[{"system":"http://loinc.org","code":"8302-2","display":"Taille"}]},
                 "subject":{"reference":"Patient/%s"},"effectiveDateTime":"%s",
                 "valueQuantity":{"value":%s,"unit":"%s","system":"http://unitsofmeasure.org","code":"%s"}}""".formatted(id, patient, date, value, unit, unit);
    }

    static String transaction(String... entries) {
        return bundle("transaction", entries);
    }

    static String bundle(String type, String... entries) {
        return """
                {"resourceType":"Bundle","type":"%s","entry":[%s]}""".formatted(type, String.join(",", entries));
    }

    static String entry(String method, String url, String resource) {
        return """
                {"resource":%s,"request":{"method":"%s","url":"%s"}}""".formatted(resource, method, url);
    }

    static String entry(String fullUrl, String method, String url, String resource) {
        return """
                {"fullUrl":"%s","resource":%s,"request":{"method":"%s","url":"%s"}}""".formatted(fullUrl, resource, method, url);
    }
}
